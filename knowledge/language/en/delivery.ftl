# What stands around news that arrives, and what editors are told when something breaks.

chat-delivery-together = What is new for you:
chat-delivery-repeat = This may be the second time you see this: I could not tell whether it arrived.

chat-trouble-database = The database cannot be used just now. Questions are answered; news waits and will go out by itself. The log says more.
chat-trouble-clock = My clock has jumped. News will wait a few minutes until the time is steady again.
