"""Organisations, the accounts that sign in, and the base of every row that belongs to an organisation.

An Account is an address and a proof; who somebody is to an organisation is a Person (in people). A session
wears one hat: the person is found by the account's address, verified by a mailed code, never by a name
somebody typed.
"""
