"""Start Fiveways: the window, or the act named on the command line."""

import sys

from app.bootstrap import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
