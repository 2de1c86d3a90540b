"""What inclusion does about news: a run that was made is counted by groups, once."""

from cairn.inclusion.fairness_report import publish_fairness
from cairn.journal.errand import Errand
from cairn.journal.reaction import inside
from cairn.matching.run import Run


@inside()
def count_fairness(errand: Errand) -> None:
    """Keep the tables of the run, so that reading them later writes nothing."""
    publish_fairness(Run.objects.select_related("organisation").get(pk=errand.entry.subject_id))
