#!/usr/bin/env python3
"""Fits the weights of rules/judgement.toml from labelled pairs (python3, standard library only).

    fit_judgement.py CLUSTERS_DIR SLUG|FOLDER|PAIRS.toml... [--write] [--bin target/release/examples/pair_features]

A pair of claims whose values cannot both be right is labelled 1 where the cluster's gold.json lists it (conflict, update,
disputed, optional ones too) and 0 where it does not; pairs whose values agree are labelled 1 where the gold lists them as a
trap of one figure told twice, and left out elsewhere. Logistic regression by gradient descent, drawn towards the weights
that stand in the file, so that features which the data hardly show keep them. A file of labelled pairs is a fold as a
cluster is; the claims of one labelled pair that bear one label weigh as much as one pair of claims. Prints the cross-validated figures: each
folder judged by weights fitted on those of other folds."""
import json, math, os, re, subprocess, sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PACK = os.path.join(ROOT, 'rules', 'judgement.toml')

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
    for pair in pairs: pair['share'] = 1 / sum(sort(other) == sort(pair) for other in pairs)
    return [row(fold(path), pair, pair['label']) for pair in pairs]

def fold(path):
    return os.path.basename(path.rstrip('/'))

def load(binary, base, slugs):
    rows = []
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
            differs = pair['verdict'] in ('conflict', 'update', 'disputed', 'tension')
            if differs: label = int(any(hit != 'traps' for hit in hits))
            elif 'traps' in hits: label = 1
            else: continue
            # Real news is not annotated to the last fact: a pair that nobody listed there counts for less.
            pair['share'] = 0.6 if not label and fold(slug).startswith(('ecb', 'dice')) else 1
            rows.append(row(fold(slug), pair, label))
    return rows

def section(text, name):
    start = text.index('\n[%s]' % name) + 1
    end = text.find('\n[', start)
    return start, len(text) if end < 0 else end + 1

def read_pack():
    text = open(PACK, encoding='utf-8').read()
    part = lambda name: text[slice(*section(text, name))]
    weights = {m[1]: int(m[2]) / 1000 for m in re.finditer(r'^([a-z-]+) = (-?\d+)', part('weights'), re.M)}
    prior = dict(weights)
    prior.update({'kind.' + m[1]: int(m[2]) / 1000 for m in re.finditer(r'^([a-z]+) = (-?\d+)', part('kind_bias'), re.M)})
    prior['bias'] = int(re.search(r'^bias = (-?\d+)', text, re.M)[1]) / 1000
    return text, weights, prior

def vector(kind, features):
    return {**features, 'kind.' + kind: 1.0, 'bias': 1.0}

def even_out(rows, most=120):
    """No folder of real news has more to say than its most telling pairs: twenty reports of one match are one match."""
    counts = {}
    for folder, _, _, label, _ in rows:
        if not label and folder.startswith(('ecb', 'dice')): counts[folder] = counts.get(folder, 0) + 1
    for folder, _, _, label, pair in rows:
        if not label and folder in counts: pair['share'] *= min(1, most / counts[folder])

def fit(rows, prior, steps=300, pull=0.12, rate=0.5):
    data = [(vector(k, f), y, pair['share']) for _, k, f, y, pair in rows]
    w = {**{name: 0.0 for x, _, _ in data for name in x}, **prior}
    scale = 1 / max(1, sum(y for _, y, _ in data))
    for _ in range(steps):
        grad = {name: pull * (w[name] - prior.get(name, 0)) for name in w}
        for x, y, share in data:
            s = sum(w[n] * v for n, v in x.items())
            if (s < -6 and y == 0) or (s > 6 and y == 1): continue
            g = (1 / (1 + math.exp(-max(-30, min(30, s)))) - y) * scale * share
            for n, v in x.items(): grad[n] += g * v
        for name in w:
            w[name] -= rate * grad[name]
            # A feature never speaks for what it speaks against.
            if name.startswith('kind.') or name == 'bias': continue
            if prior.get(name, 0) > 0: w[name] = max(w[name], 0)
            if prior.get(name, 0) < 0: w[name] = min(w[name], 0)
    return w

def judge(rows, w, least):
    tp = fp = fn = 0
    for _, k, f, y, pair in rows:
        if pair['verdict'] not in ('conflict', 'update', 'disputed', 'tension'): continue
        p = 1 / (1 + math.exp(-sum(w.get(n, 0) * v for n, v in vector(k, f).items())))
        tp += p >= least and y; fp += p >= least and not y; fn += p < least and y
    return tp, fp, fn

FOLDS = 10

def main():
    args = sys.argv[1:]; write = '--write' in args; binary = os.path.join(ROOT, 'target/release/examples/pair_features')
    if '--bin' in args: i = args.index('--bin'); binary = args[i + 1]; del args[i:i + 2]
    args = [a for a in args if not a.startswith('--')]
    rows = load(binary, args[0], args[1:])
    text, weights, prior = read_pack()
    print(len(rows), 'pairs,', sum(r[3] for r in rows), 'of one question')
    total = [0, 0, 0]
    # What the weights in the file already rule out teaches nothing and would only slow the fit.
    rows = [r for r in rows if r[3] or sum(prior.get(n, 0) * v for n, v in vector(r[1], r[2]).items()) > -3]
    even_out(rows)
    folders = [fold(a) for a in args[1:]]
    for held_out in [folders[at::FOLDS] for at in range(FOLDS)]:
        w = fit([r for r in rows if r[0] not in held_out], prior)
        for folder in held_out:
            got = judge([r for r in rows if r[0] == folder], w, 0.55)
            total = [a + b for a, b in zip(total, got)]
            print('%-26s tp %d fp %d fn %d' % (folder, *got))
    tp, fp, fn = total
    print('cross-validated over pairs at 0.55: precision %.3f recall %.3f' % (tp / max(1, tp + fp), tp / max(1, tp + fn)))
    w = fit(rows, prior)
    print('fitted on all: tp %d fp %d fn %d' % judge(rows, w, 0.55))
    for name in sorted(weights): print('  %-22s %6d -> %6d' % (name, prior[name] * 1000, w[name] * 1000))
    if write: write_pack(text, w)

def write_pack(text, w):
    put = lambda prefix: lambda m: '%s = %d' % (m[1], round(w[prefix + m[1]] * 1000)) if prefix + m[1] in w else m[0]
    text = re.sub(r'^bias = -?\d+', 'bias = %d' % round(w['bias'] * 1000), text, flags=re.M)
    for name, prefix in (('weights', ''), ('kind_bias', 'kind.')):
        start, end = section(text, name)
        text = text[:start] + re.sub(r'^([a-z-]+) = -?\d+', put(prefix), text[start:end], flags=re.M) + text[end:]
    open(PACK, 'w', encoding='utf-8').write(text)

if __name__ == '__main__': main()
