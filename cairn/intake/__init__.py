"""People arriving from a file: recognised columns, a dry run that names every fault, then all or nothing.

    upload = receive(programme=…, side="mentor", by=chen, name="mentors.xlsx", content=…)   # file → columns
    upload.map_columns({3: "offered", 4: "group:gender"})                    # as the coordinator likes
    start_check(upload)                                                      # a report; nobody is in yet
    mending.mend(upload, row=18, column=4, text="Sun 10:00-11:00")           # mends, then checked again
    start_bringing(upload)                                                   # one transaction, or nothing

The file, the report and the mends are sealed under the upload's own key, dropped once the people are in,
or after seven days. What a column of group membership holds goes to `inclusion` and nowhere else: no report,
preview or file made here repeats it.
"""
