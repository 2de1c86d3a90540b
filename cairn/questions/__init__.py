"""What a programme asks its people, as data: sets, questions, options, answers.

Questions and options have codes that never change, so that renaming one breaks neither an answer nor a rule.
"""
