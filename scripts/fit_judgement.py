#!/usr/bin/env python3
"""Fits the weights of rules/judgement.toml from labelled pairs (python3 with numpy and scipy).

    fit_judgement.py CLUSTERS_DIR SLUG|FOLDER|PAIRS.toml... [--write] [--bin target/release/examples/pair_features]

A pair of claims whose values cannot both be right is labelled 1 where the cluster's gold.json lists it (conflict, update,
disputed, optional ones too) and 0 where it does not; pairs whose values agree are labelled 1 where the gold lists them as a
trap of one figure told twice, and left out elsewhere. Logistic regression, drawn towards the weights of
scripts/judgement_prior.toml, in which no feature may speak for what it is held to speak against. A file of labelled pairs is a fold as a cluster is; the claims of one labelled pair that bear
one label weigh as much as one pair of claims. Prints the cross-validated figures: each folder judged by weights fitted on
those of other folds."""
import json, os, re, subprocess, sys, tomllib
import numpy, scipy.optimize, scipy.sparse, scipy.special
import read_findings

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DIFFERENCES = ('conflict', 'update', 'disputed', 'tension')
FOLDS = 10
KNOTS = (-6, -4, -3, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 4)   # sums at which the confidence is told
NEIGHBOURS = 40  # so many pairs at least about each
LABELLED = 0.5  # what a labelled pair of short texts weighs beside one of the clusters: its questions are alike on purpose
PULL = 10.0       # of the square of what a weight departs from its prior one, beside the loss of one pair
KIND_PULL = 0.1   # the same of the bias and of those of kinds, which nobody can know before
PACK = os.path.join(ROOT, 'rules', 'judgement.toml')
PRIOR = os.path.join(ROOT, 'scripts', 'judgement_prior.toml')

def quotes(folder, entry):
    """Byte ranges and texts of one side of a gold pair."""
    name, _, record = entry['article'].partition('#')
    raw = open(os.path.join(folder, name), 'rb').read()
    if record:
        lines = [json.loads(line) for line in raw.decode().splitlines() if line.strip()]
        raw = next(line['text'] for line in lines if str(line['id']) == record).encode()
    found = []
    for quote in [entry['quote'], *entry.get('also', [])]:
        needle = quote.encode()
        found += [(m.start(), m.start() + len(needle)) for m in re.finditer(re.escape(needle), raw)]
    return entry['article'], found, [entry['quote'], *entry.get('also', [])]

def quotes_of(folder, value):
    return [quotes(folder, mention) for mention in value]

def says(side, gold):
    name, ranges, texts = gold
    if os.path.basename(side['article']) != name: return False
    for p in side['places']:
        if p['start'] is not None and any(p['start'] < e and s < p['end'] for s, e in ranges): return True
        plain = lambda t: re.sub(r'\W+', ' ', re.sub(r'<[^>]*>|&\w+;', ' ', t)).strip().lower()
        if p['start'] is None and any(plain(p['text']) in plain(t) for t in texts): return True
    return False

def alike(kind, other):
    """Whether a gold entry of one kind can be a pair of claims of the other: days and hours are told together."""
    return kind in (None, other) or {kind, other} == {'date', 'time'}

def pairs_of(binary, path):
    """The pairs of claims that the binary prints for a folder or a file of labelled pairs."""
    out = subprocess.run([binary, path], stdout=subprocess.PIPE, check=True).stdout.decode()
    return [json.loads(line) for line in out.splitlines()]

def row(name, pair, label):
    return (name, pair['kind'], {name: amount / 1000 for name, amount in pair['features']}, label, pair)

def load_labelled(binary, path):
    """The labelled pairs of a file: those of the figures, and what else differs; each sort shares the weight of one."""
    pairs = [pair for pair in pairs_of(binary, path) if pair['label'] is not None]
    sort = lambda pair: (pair['pair'], pair['figures'])
    for pair in pairs: pair['share'] = LABELLED / sum(sort(other) == sort(pair) for other in pairs)
    return [row(fold(path), pair, pair['label']) for pair in pairs]

def fold(path):
    return os.path.basename(path.rstrip('/'))

def load(binary, base, slugs):
    rows, read = [], read_findings.verdicts()
    for slug in slugs:
        if slug.endswith('.toml'):
            rows += load_labelled(binary, slug)
            continue
        folder = os.path.join(base, slug)
        gold = json.load(open(os.path.join(folder, 'gold.json'), encoding='utf-8'))
        listed = [(quotes(folder, e['a']), quotes(folder, e['b']), label, e.get('kind')) for label in ('conflicts', 'updates', 'disputed', 'traps') for e in gold.get(label, [])]
        # Real news lists facts with every mention of each value.
        for group in gold.get('groups', []):
            sides = [quotes_of(folder, value) for value in group['values']]
            listed += [(a, b, 'conflicts', group.get('kind')) for i, value in enumerate(sides) for other in sides[i + 1:] for a in value for b in other]
        for pair in pairs_of(binary, folder):
            hits = [label for a, b, label, kind in listed if alike(kind, pair['kind']) and ((says(pair['a'], a) and says(pair['b'], b)) or (says(pair['a'], b) and says(pair['b'], a)))]
            differs = pair['verdict'] in DIFFERENCES
            if differs: label = int(any(hit != 'traps' for hit in hits))
            elif 'traps' in hits: label = 1
            else: continue
            # Real news is not annotated to the last fact: a pair that nobody listed or read there counts for less.
            told = read_findings.told(read.get(fold(slug), []), pair) if differs and not label else None
            label = int(told) if told is not None else label
            pair['share'] = 0.6 if not label and told is None and fold(slug).startswith(('ecb', 'dice')) else 1
            rows.append(row(fold(slug), pair, label))
    return rows

def section(text, name):
    start = text.index('\n[%s]' % name) + 1
    end = text.find('\n[', start)
    return start, len(text) if end < 0 else end + 1

def read_prior():
    prior = tomllib.load(open(PRIOR, 'rb'))
    weights = {name: weight / 1000 for name, weight in prior['weights'].items()}
    kinds = {'kind.' + name: weight / 1000 for name, weight in prior['kind_bias'].items()}
    return {**weights, **kinds, 'bias': prior['bias'] / 1000}

def even_out(rows, most=300):
    """No folder of real news has more to say than its most telling pairs: twenty reports of one match are one match."""
    counts = {}
    for folder, _, _, label, _ in rows:
        if not label and folder.startswith(('ecb', 'dice')): counts[folder] = counts.get(folder, 0) + 1
    for folder, _, _, label, pair in rows:
        if not label and folder in counts: pair['share'] *= min(1, most / counts[folder])

class Table:
    """Rows as a sparse table: a column per feature and kind, the last one the bias."""

    def __init__(self, rows, names):
        at = {name: column for column, name in enumerate(names)}
        cells = [(line, at[name], amount) for line, (_, kind, features, _, _) in enumerate(rows)
                 for name, amount in [*features.items(), ('kind.' + kind, 1.0), ('bias', 1.0)]]
        lines, columns, amounts = zip(*cells)
        self.x = scipy.sparse.csr_matrix((amounts, (lines, columns)), (len(rows), len(names)))
        self.y = numpy.array([row[3] for row in rows], float)
        self.share = numpy.array([row[4]['share'] for row in rows], float)
        self.folder = numpy.array([row[0] for row in rows])
        self.differs = numpy.array([row[4]['verdict'] in DIFFERENCES for row in rows])

    def fit(self, train, prior, bounds):
        """The weights that make the labels of some rows likeliest, drawn towards the prior ones."""
        x, y, share = self.x[train], self.y[train], self.share[train]
        pull = numpy.array([KIND_PULL if low is None and high is None else PULL for low, high in bounds])
        def loss(w):
            s = x @ w
            wrong = (scipy.special.expit(s) - y) * share
            drawn = w - prior
            return (share * (numpy.logaddexp(0, s) - y * s)).sum() + pull @ drawn ** 2 / 2, x.T @ wrong + pull * drawn
        return scipy.optimize.minimize(loss, prior, jac=True, method='L-BFGS-B', bounds=bounds).x

def reached(sums, labels, precisions=(0.9, 0.8, 0.7, 0.5)):
    """How many pairs of one question stand above the lowest sum at which so many of those shown are such pairs."""
    found = numpy.cumsum(labels[numpy.argsort(-sums)])
    share = found / numpy.arange(1, len(found) + 1)
    return [int(max(found[share >= precision], default=0)) for precision in precisions]

def calibration(sums, labels):
    """Sums with the share of pairs of one question among those about there, both in thousandths, never falling."""
    order = numpy.argsort(sums)
    sums, labels = sums[order], labels[order]
    table = []
    for knot in KNOTS:
        near = numpy.abs(sums - knot).argsort()[:max(NEIGHBOURS, int((numpy.abs(sums - knot) < 0.25).sum()))]
        share = (labels[near].sum() + 0.5) / (len(near) + 1)
        table.append([round(knot * 1000), max(round(share * 1000), table[-1][1] if table else 0)])
    return table

def main():
    args = sys.argv[1:]; write = '--write' in args; binary = os.path.join(ROOT, 'target/release/examples/pair_features')
    if '--bin' in args: i = args.index('--bin'); binary = args[i + 1]; del args[i:i + 2]
    args = [a for a in args if not a.startswith('--')]
    rows = load(binary, args[0], args[1:])
    prior = read_prior()
    print(len(rows), 'pairs,', sum(r[3] for r in rows), 'of one question')
    even_out(rows)
    names = sorted(prior, key=lambda name: (name == 'bias', name))
    table = Table(rows, names)
    # A feature never speaks for what it speaks against.
    free = lambda name: name == 'bias' or name.startswith('kind.')
    bounds = [(None, None) if free(name) else (0, None) if prior[name] > 0 else (None, 0) for name in names]
    before = numpy.array([prior[name] for name in names])
    folders = sorted(set(table.folder))
    sums = numpy.zeros(len(rows))
    for held_out in [folders[at::FOLDS] for at in range(FOLDS)]:
        held = numpy.isin(table.folder, held_out)
        sums[held] = table.x[held] @ table.fit(~held, before, bounds)
    labelled = numpy.char.endswith(table.folder, '.toml')
    real = numpy.char.startswith(table.folder, 'ecb') | numpy.char.startswith(table.folder, 'dice')
    for name, some in (('clusters', ~real & ~labelled), ('real news', real), ('labelled pairs', labelled)):
        shown = some & table.differs
        if shown.any(): print('cross-validated, %s: of %d pairs of one question, at precision 0.9, 0.8, 0.7, 0.5: %s' % (name, table.y[shown].sum(), reached(sums[shown], table.y[shown])))
    clusters = ~real & ~labelled & table.differs
    table_of = calibration(sums[clusters], table.y[clusters])
    print('calibration', table_of)
    print_shown(sums[clusters], table.y[clusters], table_of)
    w = dict(zip(names, table.fit(numpy.full(len(rows), True), before, bounds)))
    for name in names: print('  %-22s %6d -> %6d' % (name, prior[name] * 1000, w[name] * 1000))
    if write: write_pack(w, table_of)

def print_shown(sums, labels, table_of):
    """How many pairs reach a confidence, how many of them are of one question, and their share of all such pairs."""
    at, thousandths = zip(*table_of)
    sure = numpy.interp(sums * 1000, at, thousandths)
    for least in (630, 700, 800, 900):
        shown = labels[sure >= least]
        print('shown from %.2f: %d pairs, %.1f%% of one question, %.1f%% of all such' % (least / 1000, len(shown), 100 * shown.mean(), 100 * shown.sum() / labels.sum()))

def write_pack(w, table_of):
    text = open(PACK, encoding='utf-8').read()
    put = lambda prefix: lambda m: '%s = %d' % (m[1], round(w[prefix + m[1]] * 1000)) if prefix + m[1] in w else m[0]
    text = re.sub(r'^calibration = .*$', 'calibration = %s' % table_of, text, flags=re.M)
    text = re.sub(r'^bias = -?\d+', 'bias = %d' % round(w['bias'] * 1000), text, flags=re.M)
    for name, prefix in (('weights', ''), ('kind_bias', 'kind.')):
        start, end = section(text, name)
        text = text[:start] + re.sub(r'^([a-z-]+) = -?\d+', put(prefix), text[start:end], flags=re.M) + text[end:]
    open(PACK, 'w', encoding='utf-8').write(text)

if __name__ == '__main__': main()
