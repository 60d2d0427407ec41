"""What is told unasked: reminders of premieres, news, this day in history."""
