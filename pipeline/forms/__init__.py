"""How dates, amounts, diarienummer, § and personal numbers are written, told from the string alone."""
