"""Private words and files, each under a key of its owner; dropping the key erases them everywhere, back-ups
included.

Master key (environment or file) → one key per organisation → one content key per owner. An owner is an opaque
id: a person, a pair, a run. A model with sealed fields says whose key holds them:

    class Response(TenantRecord):
        reason = SealedTextField()
        def vault_owner(self) -> uuid.UUID:
            return self.person_id

`response.reason` reads and writes plain text; the column holds bytes that open in that row and column only.
It reads empty ("" or None) where there is nothing, and once `keys.forget(owner)` has dropped the key. Lists
are read inside `with keyring(rows):`, so that a page of rows costs two queries for keys.
"""
