"""Looking back: the log of what happened, the jobs that failed, redaction and retention. Changes no feature's rules."""
