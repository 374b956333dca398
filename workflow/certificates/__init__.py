"""The program that checks certificates, published beside them; nothing here imports it, and it imports nothing here."""
