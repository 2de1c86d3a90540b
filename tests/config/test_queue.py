"""The queue on a real Valkey: a tick with its priority and a job both run."""

from pathlib import Path
from queue import Queue

from django.utils.module_loading import import_string
from huey import crontab

from cairn.config import addresses
from cairn.journal.embedded import ThreadsOfTheServer
from scripts.servers import valkey

PATIENCE = 30  # seconds, on a machine that does much else


def test_a_tick_and_a_job_run_through_valkey(tmp_path: Path) -> None:
    ran: Queue[str] = Queue()
    with valkey() as url:
        said = addresses.queue(url, folder=tmp_path, immediate=False)
        huey = import_string(said.pop("huey_class"))(**said)
        huey.periodic_task(crontab(minute="*"), priority=10, name="tick")(lambda: ran.put("tick"))
        job = huey.task(name="job")(ran.put)
        threads = ThreadsOfTheServer(huey, workers=1, initial_delay=0.05, max_delay=0.1)
        threads.start()
        job("job")
        assert {ran.get(timeout=PATIENCE), ran.get(timeout=PATIENCE)} == {"tick", "job"}
        threads.stop(graceful=True)
