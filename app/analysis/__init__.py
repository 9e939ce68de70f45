"""Pure calculations on readings: voting power, deadlock, shares of risk and gain, timelines, charts, maturity."""
