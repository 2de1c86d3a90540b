"""The door of the room."""

from cairn.questions.answer import Answer
from cairn.questions.question import Option, Question, QuestionSet

__all__ = ["Answer", "Option", "Question", "QuestionSet"]
