"""Static files under names that hold their own fingerprint, so that a browser may keep them for ever."""

from servestatic.storage import CompressedManifestStaticFilesStorage


class FingerprintedStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # it has no types
    """Compressed beside themselves; a name missing from the manifest is an error, not a quiet 404."""

    support_js_module_import_aggregation = True
