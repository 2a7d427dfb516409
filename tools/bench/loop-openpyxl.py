"""The script a colleague would write: every file of a folder opened with openpyxl, its cells walked. Prints seconds."""
import os
import resource
import sys
import time

import openpyxl

began = time.perf_counter()
for name in sorted(os.listdir(sys.argv[1])):
    workbook = openpyxl.load_workbook(os.path.join(sys.argv[1], name), data_only=True)
    for row in workbook.worksheets[0].iter_rows(values_only=True):
        for value in row:
            pass
print(time.perf_counter() - began)
if "PEAK_MEMORY_FILE" in os.environ:
    with open(os.environ["PEAK_MEMORY_FILE"], "w") as file:
        file.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
