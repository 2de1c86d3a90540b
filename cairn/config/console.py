"""Letters on the console, as a person would want to read them there: without the HTML twin."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.console import EmailBackend as WholeLetters


class ConsoleBackend(WholeLetters):
    """Prints to whom, what about, and the text."""

    def write_message(self, message: EmailMessage) -> None:
        """One letter, between two lines."""
        rule = "─" * 72
        head = f"To: {', '.join(message.recipients())}\nSubject: {message.subject}"
        self.stream.write(f"{rule}\n{head}\n\n{str(message.body).strip()}\n{rule}\n")

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Print them; the line that Django adds after each would end ours twice."""
        with self._lock:
            for message in email_messages:
                self.write_message(message)
            self.stream.flush()
        return len(email_messages)
