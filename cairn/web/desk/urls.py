"""One URL, one act; an act is a noun. Everything below a programme is reached through `visible_to`."""

from django.urls import path

from cairn.web.desk import (
    access,
    columns,
    comparison,
    coordinators,
    fairness,
    faults,
    formats,
    intake,
    lab,
    making,
    pairs,
    people,
    programmes,
    publication,
    review,
    rules,
    settings,
    todo,
)

app_name = "desk"

PAIR = "p/<slug:slug>/runs/<int:number>/pairs/<uuid:pair_id>/"
UPLOAD = "p/<slug:slug>/intake/<uuid:upload_id>/"

urlpatterns = [
    path("programmes/", programmes.programmes, name="programmes"),
    path("programmes/founding/", programmes.founding, name="programme-founding"),
    path("p/<slug:slug>/", todo.todo, name="todo"),
    path("p/<slug:slug>/people/", people.people, name="people"),
    path("p/<slug:slug>/people/<uuid:enrolment_id>/", people.person, name="person"),
    path("p/<slug:slug>/intake/", intake.intake, name="intake"),
    path("p/<slug:slug>/intake/template/<str:side>/<str:kind>/", intake.template, name="intake-template"),
    path(UPLOAD, intake.upload, name="upload"),
    path(f"{UPLOAD}columns/", columns.columns, name="upload-columns"),
    path(f"{UPLOAD}check/", faults.check, name="upload-check"),
    path(f"{UPLOAD}mends/", faults.mends, name="upload-mends"),
    path(f"{UPLOAD}suggestion/", faults.suggestion, name="upload-suggestion"),
    path(f"{UPLOAD}faults/<str:kind>/", faults.faults_file, name="upload-faults"),
    path(f"{UPLOAD}arrival/", faults.arrival, name="upload-arrival"),
    path("p/<slug:slug>/lab/", lab.lab, name="lab"),
    path("p/<slug:slug>/lab/waiting/", lab.waiting, name="lab-waiting"),
    path("p/<slug:slug>/lab/hints/", lab.hints, name="lab-hints"),
    path("p/<slug:slug>/lab/hints/adoption/", lab.adoption, name="lab-adoption"),
    path("p/<slug:slug>/lab/lint/", lab.lint, name="lab-lint"),
    path("p/<slug:slug>/lab/rules/", rules.rules, name="lab-rules"),
    path("p/<slug:slug>/lab/rule/", rules.rule, name="lab-rule"),
    path("p/<slug:slug>/lab/rule/removal/", rules.removal, name="lab-rule-removal"),
    path("p/<slug:slug>/runs/", making.runs, name="runs"),
    path("p/<slug:slug>/runs/making/<uuid:making_id>/", making.making, name="making"),
    path("p/<slug:slug>/runs/comparison/", comparison.comparison, name="comparison"),
    path("p/<slug:slug>/runs/<int:number>/", review.review, name="review"),
    path("p/<slug:slug>/access/", access.access, name="access"),
    path("p/<slug:slug>/runs/<int:number>/fairness/", fairness.fairness, name="review-fairness"),
    path("p/<slug:slug>/runs/<int:number>/changes/", review.changes, name="review-changes"),
    path("p/<slug:slug>/runs/<int:number>/undo/", review.undo, name="review-undo"),
    path("p/<slug:slug>/runs/<int:number>/hand/", pairs.by_hand, name="pair-hand"),
    path(PAIR, pairs.pair, name="pair"),
    path(f"{PAIR}lock/", pairs.lock, name="pair-lock"),
    path(f"{PAIR}unlock/", pairs.unlock, name="pair-unlock"),
    path(f"{PAIR}exclusion/", pairs.exclusion, name="pair-exclusion"),
    path(f"{PAIR}swap/", pairs.swap, name="pair-swap"),
    path("p/<slug:slug>/publication/", publication.latest, name="publication"),
    path("p/<slug:slug>/runs/<int:number>/publication/", publication.preview, name="publication-preview"),
    path("p/<slug:slug>/runs/<int:number>/mail/<uuid:pair_id>/<str:side>/", publication.mail, name="mail"),
    path(
        "p/<slug:slug>/publication/<uuid:publication_id>/", publication.publication, name="publication-state"
    ),
    path(
        "p/<slug:slug>/publication/<uuid:publication_id>/withdrawal/",
        publication.withdrawal,
        name="withdrawal",
    ),
    path("p/<slug:slug>/settings/", settings.settings, name="settings"),
    path("p/<slug:slug>/settings/formats/", formats.choice, name="formats"),
    path("p/<slug:slug>/coordinators/", coordinators.coordinators, name="coordinators"),
    path(
        "p/<slug:slug>/coordinators/<uuid:coordination_id>/removal/",
        coordinators.removal,
        name="coordinator-removal",
    ),
]
