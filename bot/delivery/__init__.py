"""What chats subscribed to arrives once, on time, and never at night: docs/delivery.md."""
