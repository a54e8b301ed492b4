"""Findings of an archive of articles with Apache Spark: `claimdiff extract`, a shuffle by key, `claimdiff compare`.

    spark-submit --files claimdiff claimdiff_spark.py ARTICLES FINDINGS [PARTITIONS]

ARTICLES are JSON Lines, a file or a folder of them wherever Spark reads; FINDINGS is a folder that must not exist.
"""

import json
import sys

from pyspark import SparkContext
from pyspark.rdd import portable_hash


def key_of(line):
    """The key of a line, and the line itself to sort by. What tells of trouble has no key."""
    return (json.loads(line)["key"] or "", line)


def findings(sc, articles, partitions, program="./claimdiff"):
    """Lines of findings; `checkCode` makes a step that could not do its work fail the job instead of emptying it."""
    lines = sc.textFile(articles, partitions).pipe(f"{program} extract --keyed -", checkCode=True)
    keyed = lines.map(lambda line: (key_of(line), None))
    grouped = keyed.repartitionAndSortWithinPartitions(partitions, lambda key: portable_hash(key[0]))
    return grouped.map(lambda pair: pair[0][1]).pipe(f"{program} compare", checkCode=True)


if __name__ == "__main__":
    articles, out, *partitions = sys.argv[1:]
    with SparkContext(appName="claimdiff") as sc:
        findings(sc, articles, int(partitions[0]) if partitions else sc.defaultParallelism * 3).saveAsTextFile(out)
