"""Reading finished editions back and judging them: is every word and every right there?"""
