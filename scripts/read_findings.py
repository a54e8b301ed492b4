#!/usr/bin/env python3
"""What reading the findings on real news says of them (python3, standard library only).

    read_findings.py CLAIMDIFF CLUSTERS_DIR [--unread]

The annotation of the real-news clusters is not exhaustive, so a finding that it does not list was read by a person:
real-news-read.tsv beside this script holds the verdicts, one pair of figures a line (cluster; file, first and last byte of
the one; of the other; whether the two contradict each other). Printed: of the findings of class conflict, how many the
annotation lists, how many were read and are right, how many are wrong, and how many nobody has read; `--unread` prints
those."""
import json, os, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))

def verdicts():
    """Per cluster the pairs of places that were read, with the verdict."""
    read = {}
    for line in open(os.path.join(HERE, 'real-news-read.tsv'), encoding='utf-8'):
        cluster, a, from_a, to_a, b, from_b, to_b, verdict = line.rstrip('\n').split('\t')
        read.setdefault(cluster, []).append(((a, int(from_a), int(to_a)), (b, int(from_b), int(to_b)), verdict == 'yes'))
    return read

def verdict(read, x, y):
    """What was read of two places; nothing where nobody read them."""
    meet = lambda p, q: p[0] == q[0] and p[1] < q[2] and q[1] < p[2]
    for a, b, right in read:
        if (meet(a, x) and meet(b, y)) or (meet(a, y) and meet(b, x)): return right
    return None

def told(read, pair):
    """What was read of a pair of claims, at any of their places."""
    places = lambda side: [(os.path.basename(side['article']), it['start'], it['end']) for it in side['places'] if it['start'] is not None]
    found = [verdict(read, x, y) for x in places(pair['a']) for y in places(pair['b'])]
    return next((it for it in found if it is not None), None)

def place(evidence):
    return os.path.basename(evidence['article']), evidence['start'] or 0, evidence['end'] or 0

def main():
    binary, root = sys.argv[1:3]
    sys.path.insert(0, os.path.join(os.path.abspath(root), '..', '..', '..', 'clusters'))
    import score
    read, counts = verdicts(), dict(listed=0, right=0, wrong=0, unread=0)
    for cluster in sorted(os.listdir(root)):
        folder = os.path.join(root, cluster)
        if not os.path.isfile(os.path.join(folder, 'gold.json')): continue
        gold, texts = json.load(open(os.path.join(folder, 'gold.json'), encoding='utf-8')), score.load_articles(folder)
        says = lambda e, value: any(place(e)[0] == s['article'] and score.ev_match(dict(e, _art=s['article']), s['article'], texts[s['article']], [s['quote']]) for s in value)
        out = subprocess.run([binary, 'check', folder, '--format', 'jsonl'], stdout=subprocess.PIPE).stdout.decode()
        for finding in filter(lambda f: f['class'] == 'conflict', map(json.loads, out.splitlines())):
            found = [(x, y) for x in finding['evidence'] for y in finding['evidence'] if x is not y]
            if any(says(x, v) and says(y, w) for x, y in found for g in gold['groups'] for v in g['values'] for w in g['values'] if v is not w):
                counts['listed'] += 1
                continue
            right = verdict(read.get(cluster, []), place(finding['evidence'][0]), place(finding['evidence'][-1]))
            counts[{True: 'right', False: 'wrong', None: 'unread'}[right]] += 1
            if right is None and '--unread' in sys.argv:
                print(cluster, finding['confidence'], finding['kind'], *[(place(e), e['sentence']) for e in finding['evidence']], sep='\n   ')
    told = counts['listed'] + counts['right'] + counts['wrong']
    print(counts, 'precision after reading %.3f' % ((counts['listed'] + counts['right']) / max(told, 1)))

if __name__ == '__main__': main()
