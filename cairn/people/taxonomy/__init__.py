"""Skills and roles as people type them: "excel", "MS Excel", "K8s", "js", "Reden halten" find what is meant.

The files in `data/` are built by `manage.py build_taxonomy` from O*NET, ESCO and small files of our own
(everyday mentoring skills, spellings, parents). SOURCES.md says where each came from and under which licence.
"""
