#!/usr/bin/env python3
"""Request streams of web sites, with the template that a reader would give each request.

  generate_sites.py --vocab FILE --out OUT --seed 1 --n 6000 [--specs DIR]     a stream for each kind of site
  generate_sites.py --vocab FILE --out OUT --mix CORPUS --specs DIR            interfaces with the files of their front end

Writes OUT/requests/NAME.tsv (method, path, status a line) and OUT/labels/NAME.tsv (method, path, template, requests), as
the generator of the path benchmark does, and the templates to DIR/NAME.json where no word was drawn. The words, folders,
numbers of pages and their popularity, and which parts a site has are drawn by the seed. What scanners try has the label
"-". Every fifth interface of CORPUS, a folder of the same form, is mixed with a front end.
"""
import argparse, glob, json, os, random, re, urllib.parse

JUNK = [
    '/.env', '/.git/config', '/phpmyadmin/index.php', '/boaform/admin/formLogin', '/cgi-bin/luci',
    '/vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php', '/shell.php', '/admin.php', '/_vti_bin/owssvr.dll',
    '/scripts/root.exe', '/MSADC/root.exe', '/c/winnt/system32/cmd.exe', '/wp-login.php', '/xmlrpc.php',
    '/administrator/'
]
CATS = [
    'news', 'software', 'music', 'travel', 'photos', 'life', 'linux', 'books', 'food', 'games', 'science', 'politics',
    'tech', 'personal', 'web', 'movies', 'family', 'hardware', 'python', 'art', 'history', 'sport', 'misc', 'work'
]
PLACES = [
    'italy', 'norway', 'rome', 'paris', 'wedding', 'xmas', 'birthday', 'hiking', 'beach', 'snow', 'house', 'garden',
    'cats', 'trip', 'party', 'lake', 'zoo', 'museum'
]
STATIC = ['about', 'contact', 'links', 'faq', 'imprint', 'projects', 'resume', 'archive', 'license', 'guestbook']
SOFT = [
    'python', 'httpd', 'samba', 'gimp', 'vim', 'emacs', 'gcc', 'bash', 'tar', 'nginx', 'perl', 'zsh', 'curl', 'wget',
    'make', 'sed', 'mutt', 'fetchmail', 'apt', 'dpkg', 'xterm', 'screen', 'tmux', 'git', 'rsync', 'lynx', 'exim',
    'postfix', 'bind9', 'mysql'
]


class Site:
    def __init__(self, name, seed, vocab):
        self.r = random.Random(f'{name}|{seed}')
        self.V = vocab
        self.t = []
        self.zipf = self.r.uniform(.5, 1.3)

    # ---- words
    def w(self):
        return self.r.choice(self.V['words'])

    def words(self, n):
        return [self.w() for _ in range(n)]

    def many(self, make, n):
        """n different values, most popular first."""
        seen = []
        have = set()
        for _ in range(20 * n):
            v = make()
            if v not in have:
                have.add(v)
                seen.append(v)
            if len(seen) == n: break
        return seen

    def pick(self, of):
        i = int(len(of)**self.r.random()) - 1 if self.zipf > .9 else int(len(of) * self.r.random()**(1 + self.zipf))
        return of[min(len(of) - 1, max(0, i))]

    def slug(self, a=2, b=6):
        return '-'.join(self.words(self.r.randint(a, b)))

    def camel(self):
        return ''.join(x.capitalize() for x in self.words(self.r.randint(2, 3)))

    def title(self):
        n = self.r.choice([1, 1, 2, 2, 2, 3, 4])
        ws = self.words(n)
        ws[0] = ws[0].capitalize()
        t = '_'.join(ws)
        x = self.r.random()
        if x < .05: return t + '_(' + self.w() + ')'
        if x < .09: return t + '_%d' % self.r.randint(1, 2010)
        if x < .11: return t + "'s_" + self.w()
        if x < .13: return t + ',_' + self.w().capitalize()
        if x < .14: return t + self.r.choice(['!', '?', '_&_Co.', '++', '_2.0'])
        if x < .17: return self.r.choice(self.V['i18n']) + ('_' + self.w() if self.maybe(.5) else '')
        return t.title() if x < .3 else t.upper() if x < .33 and n == 1 else t

    def user(self):
        return (self.r.choice(self.V['names']) if self.r.random() < .6 else self.w()[:8]) + (str(self.r.randint(
            1, 99)) if self.r.random() < .2 else '')

    def hexs(self, k):
        return ''.join(self.r.choice('0123456789abcdef') for _ in range(k))

    def num(self, a, b):
        return str(self.r.randint(a, b))

    def some(self, of, a, b):
        return self.r.sample(of, min(len(of), self.r.randint(a, b)))

    def maybe(self, p):
        return self.r.random() < p

    # ---- templates
    def get(self, weight, template, make=None, method='GET', status=None):
        """make() gives a path or None (the template itself). A status is that of all its requests."""
        self.t.append((weight, method, template, make, status))

    def each(self, weight, base, names, end=''):
        """Literals."""
        for i, n in enumerate(names):
            self.get(weight / (1 + i)**.5, base + n + end)

    def requests(self, n):
        r = self.r
        total = sum(t[0] for t in self.t)
        out = []
        for weight, m, t, make, status in self.t:
            for _ in range(max(2, int(n * weight / total * r.uniform(.6, 1.5)))):
                p = make() if make else t
                s = 404 if make and r.random() < .02 else 304 if r.random() < .1 else 301 if r.random() < .02 else 200
                out.append((m, quote(p), quote(t), status or s))
        for _ in range(n // 60):
            p = r.choice(JUNK) if r.random() < .7 else '/' + self.w() + '.php'
            out.append(('GET', quote(p), '-', 404))
        r.shuffle(out)
        return out


def quote(p):
    return urllib.parse.quote(p, safe="/{}()',;=:@!$&*+~.-_^%")


def common(s):
    s.get(3, '/')
    s.get(1, '/favicon.ico')
    s.get(1, '/robots.txt')


def mediawiki(s, base, script):
    """base of pages: /wiki/ or /index.php/; script: /w or empty."""
    common(s)
    pages = s.many(s.title, s.r.randint(150, 1500))
    files = s.many(lambda: s.title() + s.r.choice(['.jpg', '.png', '.JPG', '.gif', '.svg']), s.r.randint(40, 300))
    s.get(40, base + '{}', lambda: base + s.pick(pages))
    for i, k in enumerate(s.some(['Talk', 'User', 'File', 'Category', 'User_talk', 'Template', 'Help'], 2, 5)):
        sub = s.many(s.title, s.r.choice([15, 40, 150]))
        s.get(5 / (1 + i),
              base + k + ':{}',
              lambda k=k, sub=sub: base + k + ':' + s.pick(sub) + (s.r.choice(['.jpg', '.png'])
                                                                   if k == 'File' else ''))
    sp = [
        'RecentChanges', 'Search', 'UserLogin', 'AllPages', 'Random', 'RecentChanges', 'Contributions', 'Statistics',
        'Export', 'SpecialPages'
    ]
    s.get(5, base + 'Special:{}', lambda: base + 'Special:' + s.pick(sp))
    s.get(4, base + 'Special:WhatLinksHere/{}',
          lambda: base + 'Special:WhatLinksHere/' + s.pick(pages)) if s.maybe(.6) else None
    s.get(3, base + 'Special:RecentChangesLinked/{}',
          lambda: base + 'Special:RecentChangesLinked/' + s.pick(pages)) if s.maybe(.5) else None
    sk = s.r.choice(['monobook', 'vector', 'modern'])
    s.each(4, f'{script}/skins/{sk}/',
           s.some(['main.css', 'external.png', 'user.gif', 'bullet.gif', 'headbg.jpg'], 1, 1))
    s.get(5, script + '/index.php')
    s.get(4, script + '/load.php') if s.maybe(.6) else None
    s.get(2, script + '/api.php') if s.maybe(.6) else None
    s.get(1, script + '/opensearch_desc.php') if s.maybe(.5) else None
    up = script + '/images'

    def f():
        h = s.hexs(2)
        return h[0] + '/' + h

    where = {x: f() for x in files}
    s.get(6, up + '/{}/{}/{}', lambda: (lambda x: f'{up}/{where[x]}/{x}')(s.pick(files)))
    s.get(8, up + '/thumb/{}/{}/{}/{}', lambda:
          (lambda x: f'{up}/thumb/{where[x]}/{x}/{s.r.choice([120, 180, 250, 300])}px-{x}')(s.pick(files)))


def wiki_path(s):
    mediawiki(s, '/wiki/', s.r.choice(['/w', '', '/mediawiki']))


def wiki_script(s):
    mediawiki(s, s.r.choice(['/index.php/', '/w/index.php/', '/mediawiki/index.php/', '/wiki/index.php/']),
              s.r.choice(['', '/w', '/mediawiki']))


def twiki(s):
    common(s)
    base = s.r.choice(['/twiki/bin', '/cgi-bin/twiki', '/foswiki/bin', '/bin'])
    pub = base.replace('bin', 'pub') if base != '/cgi-bin/twiki' else '/twiki/pub'
    webs = s.r.choice([['Main', 'TWiki'], ['Main', 'TWiki', 'Know', 'Sandbox'],
                       ['Main', 'System', 'Support', 'Codev', 'Plugins']])
    pages = {w: s.many(s.camel, s.r.randint(60, 300)) for w in webs}
    acts = ['view', 'edit', 'rdiff', 'oops', 'attach', 'search', 'preview', 'rename', 'viewfile', 'manage']
    for i, a in enumerate(acts[:s.r.randint(4, 9)]):
        for j, w in enumerate(webs):
            if i > 1 and s.maybe(.4): continue
            s.get(12 / (1 + i) / (1 + j),
                  f'{base}/{a}/{w}/{{}}',
                  lambda a=a, w=w: f'{base}/{a}/{w}/{s.pick(pages[w])}')
    files = s.many(lambda: s.w() + s.r.choice(['.gif', '.png', '.pdf', '.gif']), 60)
    for w in webs[:2]:
        s.get(3, f'{pub}/{w}/{{}}/{{}}', lambda w=w: f'{pub}/{w}/{s.pick(pages[w])}/{s.pick(files)}')
    lists = s.many(s.w, s.r.randint(8, 30))
    if s.maybe(.6):
        s.get(2, '/mailman/listinfo/{}', lambda: '/mailman/listinfo/' + s.pick(lists))
        s.get(1, '/mailman/admin/{}', lambda: '/mailman/admin/' + s.pick(lists))
    s.each(2, '/', s.some(STATIC, 1, 3), '.html')


def moin(s):
    common(s)
    base = s.r.choice(['/', '/moin/', '/moin.cgi/', '/cgi-bin/moin.cgi/'])
    pages = s.many(s.camel, s.r.randint(100, 600))
    s.get(30, base + '{}', lambda: base + s.pick(pages))
    if base != '/': s.get(6, base + '{}/{}', lambda: base + s.pick(pages[:20]) + '/' + s.pick(pages[20:80]))
    st = '/moin_static' + s.r.choice(['181', '194'])
    s.each(4, st + '/modern/css/', ['common.css', 'screen.css', 'print.css'])
    s.get(
        3, st + '/modern/img/{}', lambda: st + '/modern/img/moin-' + s.r.choice(
            ['edit', 'diff', 'info', 'raw', 'print', 'rss', 'www', 'top', 'up', 'help']) + '.png')


def trac(s):
    common(s)
    base = s.r.choice(['', '/trac', '/projects/' + s.w()])
    pages = s.many(s.camel, s.r.randint(30, 150))
    s.get(12, base + '/wiki/{}', lambda: base + '/wiki/' + s.pick(pages))
    s.get(3, base + '/wiki')
    s.get(14, base + '/ticket/{}', lambda: base + '/ticket/' + s.num(1, 900))
    s.get(8, base + '/changeset/{}', lambda: base + '/changeset/' + s.num(1, 4000))
    s.each(6, base + '/', ['timeline', 'roadmap', 'report', 'search', 'newticket', 'login'][:s.r.randint(3, 6)])
    s.get(2, base + '/report/{}', lambda: base + '/report/' + s.num(1, 14))
    miles = s.many(s.w, 12)
    s.get(2, base + '/milestone/{}', lambda: base + '/milestone/' + s.pick(miles))
    s.get(3, base + '/chrome/common/css/trac.css')
    s.get(3, base + '/chrome/common/js/jquery.js')
    s.get(2, base + '/attachment/ticket/{}/{}', lambda: base + f'/attachment/ticket/{s.num(1, 900)}/{s.w()}.patch')


def dokuwiki(s):
    common(s)
    base = s.r.choice(['/doku.php/', '/dokuwiki/doku.php/', '/wiki/'])
    ns = s.many(s.w, s.r.randint(6, 25))
    pages = s.many(lambda: s.pick(ns) + ':' + '_'.join(s.words(s.r.randint(1, 3))), s.r.randint(100, 500))
    s.get(25, base + '{}', lambda: base + s.pick(pages).replace(':', ':'))
    s.get(5, '/lib/exe/css.php')
    s.get(5, '/lib/exe/js.php')
    s.get(3, '/lib/exe/indexer.php')
    s.get(3, '/lib/exe/fetch.php/{}', lambda: '/lib/exe/fetch.php/' + s.pick(pages) + '.png')
    s.get(
        3, '/lib/tpl/default/images/{}', lambda: '/lib/tpl/default/images/' + s.r.choice([
            'link_icon', 'button-dw', 'button-css', 'button-rss', 'button-xhtml', 'button-donate', 'apple-touch-icon',
            'bullet'
        ]) + s.r.choice(['.gif', '.png']))


def wordpress(s, root, daily, ids=False):
    common(s)
    posts = s.many(lambda: s.slug(2, 7), s.r.randint(60, 500))
    y0 = s.r.randint(2003, 2012)
    ny = s.r.randint(2, 9)
    when = {p: (y0 + s.r.randrange(ny), s.r.randint(1, 12), s.r.randint(1, 28)) for p in posts}
    d = lambda p: '/%d/%02d/%02d/' % when[p] if daily else '/%d/%02d/' % when[p][:2]
    dt = '/{}/{}/{}/' if daily else '/{}/{}/'
    if root: P, T = (lambda p: '/' + p + '/'), '/{}/'
    else: P, T = (lambda p: d(p) + p + '/'), dt + '{}/'
    s.get(30, T, lambda: P(s.pick(posts)))
    if s.maybe(.7): s.get(4, T + 'feed/', lambda: P(s.pick(posts)) + 'feed/')
    if s.maybe(.4):
        s.get(1.5, T + 'comment-page-{}/', lambda: P(s.pick(posts[:40])) + 'comment-page-' + s.num(1, 4) + '/')
    if s.maybe(.3): s.get(1.5, T + 'trackback/', lambda: P(s.pick(posts)) + 'trackback/')
    if not root:
        s.get(2, '/{}/', lambda: '/%d/' % s.pick(list(when.values()))[0])
        s.get(3, '/{}/{}/', lambda: '/%d/%02d/' % s.pick(list(when.values()))[:2])
        if s.maybe(.4):
            s.get(1.5, '/{}/{}/page/{}/',
                  lambda: '/%d/%02d/page/' % s.pick(list(when.values()))[:2] + s.num(2, 4) + '/')
    cats = s.some(CATS, 4, 16)
    tags = s.many(lambda: s.w() if s.maybe(.7) else s.slug(2, 2), s.r.randint(20, 150))
    authors = s.many(s.user, s.r.randint(1, 6))
    s.get(5, '/category/{}/', lambda: f'/category/{s.pick(cats)}/')
    s.get(2, '/category/{}/feed/', lambda: f'/category/{s.pick(cats)}/feed/')
    if s.maybe(.6): s.get(2, '/category/{}/page/{}/', lambda: f'/category/{s.pick(cats)}/page/{s.num(2, 12)}/')
    s.get(5, '/tag/{}/', lambda: f'/tag/{s.pick(tags)}/')
    s.get(2, '/tag/{}/feed/', lambda: f'/tag/{s.pick(tags)}/feed/') if s.maybe(.6) else None
    if len(authors) > 2: s.get(2, '/author/{}/', lambda: f'/author/{s.pick(authors)}/')
    s.get(3, '/page/{}/', lambda: f'/page/{s.num(2, 40)}/')
    s.get(4, '/feed/')
    s.get(1, '/comments/feed/')
    s.each(4, '/', s.some(STATIC, 2, 5), '/')
    th = s.w()
    s.get(4, f'/wp-content/themes/{th}/style.css')
    img = s.many(
        lambda: s.slug(1, 3) + s.r.choice(['', '', '-300x200', '-150x150', '-1024x683', '1', '_2']) + s.r.choice(
            ['.jpg', '.png', '.jpg', '.jpeg']), s.r.randint(60, 400))
    iw = {i: '%d/%02d' % (y0 + s.r.randrange(ny), s.r.randint(1, 12)) for i in img}
    s.get(14, '/wp-content/uploads/{}/{}/{}', lambda: (lambda i: f'/wp-content/uploads/{iw[i]}/{i}')(s.pick(img)))
    for x in s.some([
            'jquery/jquery.js', 'jquery/jquery-migrate.min.js', 'comment-reply.min.js', 'wp-embed.min.js',
            'wp-emoji-release.min.js'
    ], 2, 4):
        s.get(2, '/wp-includes/js/' + x)
    s.get(3, '/wp-login.php')
    s.get(2, '/wp-login.php', method='POST')
    s.get(3, '/wp-admin/admin-ajax.php', method='POST')
    s.get(1, '/wp-cron.php', method='POST')
    s.get(1.5, '/wp-comments-post.php', method='POST')
    s.get(1, '/xmlrpc.php', method='POST')


def blog_day(s):
    wordpress(s, False, True)


def blog_month(s):
    wordpress(s, False, False)


def blog_root(s):
    wordpress(s, True, False)


def jekyll(s):
    common(s)
    posts = s.many(lambda: s.slug(2, 6), s.r.randint(40, 250))
    base = s.r.choice(['', '/blog', '/archives'])
    end = s.r.choice(['.html', '/', '.html'])
    when = {p: '%d/%02d' % (s.r.randint(2004, 2016), s.r.randint(1, 12)) for p in posts}
    day = s.maybe(.5)
    s.get(
        30, base + ('/{}/{}/{}/{}' if day else '/{}/{}/{}') + end, lambda:
        (lambda p: f'{base}/{when[p]}/' + ('%02d/' % (1 + hash_(p) % 28) if day else '') + p + end)(s.pick(posts)))
    tags = s.many(s.w, s.r.randint(15, 80))
    tg = s.r.choice(['/tags/', '/blog/tags/', '/blog/categories/', '/search/label/', '/tag/'])
    s.get(6, tg + '{}', lambda: tg + s.pick(tags))
    s.get(4, s.r.choice(['/atom.xml', '/feed.xml', '/index.xml', '/rss.xml']))
    s.get(1.5, base + '/archive.html') if base else None
    s.each(4, '/', s.some(STATIC, 2, 4), s.r.choice(['.html', '/']))
    im = s.many(lambda: s.slug(1, 3) + s.r.choice(['.png', '.jpg', '.gif']), s.r.randint(40, 150))
    ib = s.r.choice(['/images/', '/assets/img/', '/img/posts/', '/static/images/'])
    s.get(10, ib + '{}', lambda: ib + s.pick(im))
    s.get(3, s.r.choice(['/css/style.css', '/assets/css/main.css', '/stylesheets/screen.css']))
    s.get(2, s.r.choice(['/js/main.js', '/assets/js/app.js', '/javascripts/octopress.js']))
    if s.maybe(.5): s.get(2, base + '/page{}/', lambda: base + '/page' + s.num(2, 30) + '/') if base else None


def hash_(p):
    return sum(map(ord, p))


def movabletype(s):
    """Blog with categories in the path, pages as files."""
    common(s)
    base = s.r.choice(['/blog/', '/weblog/', '/articles/'])
    cats = s.some(CATS, 5, 14)
    posts = {c: s.many(lambda: s.slug(1, 5), s.r.randint(10, 60))
             for c in cats}
    end = s.r.choice(['.html', '', '.php'])
    s.get(25, base + '{}/{}' + end, lambda: (lambda c: base + c + '/' + s.pick(posts[c]) + end)(s.pick(cats)))
    s.get(5, base + '{}/', lambda: base + s.pick(cats) + '/')
    s.get(4, base + 'index.rss' if s.maybe(.5) else base + 'index.xml')
    ar = [s.num(1, 999).zfill(6) for _ in range(200)]
    s.get(5, '/archives/{}.html', lambda: f'/archives/{s.pick(ar)}.html')
    pr = s.many(s.w, s.r.randint(10, 25))
    s.get(5, '/projects/{}/', lambda: f'/projects/{s.pick(pr)}/')
    s.get(2, '/projects/{}/{}.html', lambda: (lambda p: f'/projects/{p}/{p}.html')(s.pick(pr)))
    fl = [f'{p}-{s.num(0, 3)}.{s.num(0, 20)}.tar.gz' for p in pr for _ in range(4)]
    s.get(5, '/files/{}/{}', lambda: (lambda f: '/files/' + f.split('-')[0] + '/' + f)(s.pick(fl)))
    talks = s.many(lambda: s.slug(2, 4), s.r.randint(6, 14))
    im = s.many(s.w, 60)
    s.get(6, '/presentations/{}/images/{}', lambda: f'/presentations/{s.pick(talks)}/images/{s.pick(im)}.png')
    s.get(2, '/presentations/{}/', lambda: f'/presentations/{s.pick(talks)}/')
    s.get(4, '/style.css')
    s.get(4, '/images/{}', lambda: '/images/' + s.pick(im) + '.png')
    s.get(1, '/reset.css')
    s.each(3, '/', s.some(STATIC, 2, 4), '.html')


def agency(s):
    """Old static site of an institution: nested folders with pages named after them, many pictures."""
    common(s)
    top = s.some([
        'history', 'missions', 'visits', 'facilities', 'software', 'science', 'education', 'exhibits', 'tours',
        'library', 'press', 'store'
    ], 5, 9)
    s.each(12, '/', top, '/')
    s.each(6, '/', [f'{t}/{t}.html' for t in top[:4]])
    pre = s.r.choice(['sts', 'ex', 'cruise', 'hall', 'vol'])
    un = [f'{pre}-{i}' for i in range(1, s.r.randint(15, 80))]
    m = top[1]
    s.get(8, f'/{m}/{{}}/', lambda: f'/{m}/{s.pick(un)}/')
    s.get(10, f'/{m}/{{}}/mission-{{}}.html', lambda: (lambda u: f'/{m}/{u}/mission-{u}.html')(s.pick(un)))
    s.get(5, f'/{m}/{{}}/{{}}-patch-small.gif', lambda: (lambda u: f'/{m}/{u}/{u}-patch-small.gif')(s.pick(un)))
    s.get(
        6, f'/{m}/{{}}/images/{{}}', lambda:
        f'/{m}/{s.pick(un)}/images/{s.r.choice(["KSC", "PIC", "LC"])}-{s.num(90, 96)}EC-{s.num(100, 999)}.{s.r.choice(["jpg", "gif"])}'
    )
    s.get(3, f'/{m}/{{}}/images/images.html', lambda: f'/{m}/{s.pick(un)}/images/images.html')
    s.get(2, f'/{m}/{{}}/movies/movies.html', lambda: f'/{m}/{s.pick(un)}/movies/movies.html')
    s.get(2, f'/{m}/{{}}/movies/{{}}.mpg', lambda: f'/{m}/{s.pick(un)}/movies/{s.pick(mv)}.mpg')
    mv = s.many(lambda: s.w() + '-' + s.w(), 40)
    im = s.many(
        lambda: s.r.choice(
            [s.w() + '-logosmall',
             s.w() + '_' + s.w(),
             s.w() + '-logo-medium',
             s.w(), s.w() + s.num(1, 9)]), s.r.randint(40, 120))
    s.get(22, '/images/{}', lambda: '/images/' + s.pick(im) + '.' +
          ('gif' if hash_(s.V['words'][0]) % 2 or s.maybe(.7) else 'jpg'))
    s.get(
        5, '/icons/{}', lambda: '/icons/' + s.r.choice(
            ['menu', 'blank', 'image', 'text', 'unknown', 'movie', 'sound', 'binary', 'back', 'telnet']) + '.xbm')
    for t in top[2:]:
        if s.maybe(.7):
            pg = s.many(lambda: s.w() if s.maybe(.5) else s.w() + '-' + s.w(), s.r.randint(6, 50))
            s.get(4, f'/{t}/{{}}.html', lambda t=t, pg=pg: f'/{t}/{s.pick(pg)}.html')
    s.get(3, '/cgi-bin/imagemap/{}', lambda: '/cgi-bin/imagemap/' + s.pick(maps))
    maps = s.many(s.w, s.r.randint(6, 14))
    ap = [f'{x}-{i}' for x in ['apollo'] for i in range(1, 18)]
    s.get(5, '/history/apollo/{}/{}.html', lambda: (lambda u: f'/history/apollo/{u}/{u}.html')(s.pick(ap)))
    s.get(3, '/history/apollo/{}/', lambda: f'/history/apollo/{s.pick(ap)}/')
    if 'history' not in top: pass


def homes(s):
    """University department: user homes, courses, papers."""
    common(s)
    us = s.many(s.user, s.r.randint(30, 120))
    pg = s.many(s.w, 60)
    s.get(14, '/~{}/', lambda: f'/~{s.pick(us)}/')
    s.get(10, '/~{}/{}.html', lambda: f'/~{s.pick(us)}/{s.pick(pg)}.html')
    s.get(6, '/~{}/{}', lambda: f'/~{s.pick(us)}/{s.pick(pg)}.{s.r.choice(["jpg", "gif"])}')
    s.get(6, '/~{}/papers/{}.pdf', lambda: f'/~{s.pick(us)}/papers/{s.pick(pg)}{s.num(90, 99)}.pdf')
    s.get(3, '/~{}/papers/', lambda: f'/~{s.pick(us)}/papers/')
    co = [f'{s.r.choice(["cs", "ee", "math"])}{n}' for n in s.r.sample(range(100, 700), s.r.randint(12, 40))]
    s.get(8, '/courses/{}/', lambda: f'/courses/{s.pick(co)}/')
    s.get(6, '/courses/{}/syllabus.html', lambda: f'/courses/{s.pick(co)}/syllabus.html')
    s.get(5, '/courses/{}/lectures/lecture{}.pdf',
          lambda: f'/courses/{s.pick(co)}/lectures/lecture{s.num(1, 24)}.pdf')
    s.each(6, '/', s.some(['people', 'research', 'events', 'admissions', 'courses', 'jobs'], 3, 5), '/')
    s.get(3, '/people/{}.html', lambda: f'/people/{s.pick(us)}.html')
    rp = [f'TR{s.num(85, 99)}-{s.num(1, 60)}' for _ in range(80)]
    s.get(3, '/reports/{}.ps.gz', lambda: f'/reports/{s.pick(rp)}.ps.gz')


def folders(s):
    """Small static site: folders of pages, one style, pictures."""
    common(s)
    fo = s.many(s.w, s.r.randint(4, 9))
    end = s.r.choice(['.html', '.htm', '.shtml'])
    for i, f in enumerate(fo):
        n = s.r.choice([8, 15, 30, 60])
        pg = s.many(lambda: s.r.choice([s.w(), s.w() + '_' + s.w(), s.w() + s.num(1, 30)]), n)
        s.get(10 / (1 + i)**.5, f'/{f}/{{}}{end}', lambda f=f, pg=pg: f'/{f}/{s.pick(pg)}{end}')
        s.get(3, f'/{f}/') if s.maybe(.7) else None
        if s.maybe(.5):
            im = s.many(lambda: s.w() + s.num(1, 99), 30)
            s.get(4,
                  f'/{f}/images/{{}}',
                  lambda f=f, im=im:
                  f'/{f}/images/{s.pick(im)}.{s.r.choice(["gif", "jpg"]) if len(im) > 99 else "jpg"}')
    im = s.many(lambda: s.r.choice([s.w(), s.w() + '_' + s.w(), 'btn_' + s.w()]), s.r.randint(20, 80))
    ib = s.r.choice(['/images/', '/img/', '/graphics/', '/gifs/'])
    s.get(14, ib + '{}', lambda: ib + (lambda x: x + ('.gif' if hash_(x) % 3 else '.jpg'))(s.pick(im)))
    s.each(4, '/', s.some(STATIC, 3, 6), end)
    s.get(4, '/style.css')
    s.get(1, '/menu.js')
    s.get(3, '/index' + end)
    s.get(1.5, '/cgi-bin/formmail.pl', method='POST')
    s.get(1, '/cgi-bin/counter.cgi') if s.maybe(.5) else None


def photos(s):
    common(s)
    al = s.many(lambda: s.r.choice([s.r.choice(PLACES),
                                    s.r.choice(PLACES) + s.num(2001, 2009),
                                    s.slug(1, 2)]), s.r.randint(15, 60))
    base = s.r.choice(['/photos/', '/gallery/', '/albums/', '/pictures/'])
    yr = s.maybe(.5)
    where = {a: (s.num(2001, 2012) + '/' if yr else '') + a for a in al}
    t = base + ('{}/' if yr else '') + '{}/'
    shot = s.r.choice([
        lambda: f'IMG_{s.num(1000, 4000)}.JPG', lambda: f'dsc{s.num(1, 900).zfill(5)}.jpg',
        lambda: f'P{s.num(1010001, 1019999)}.JPG', lambda: s.w() + s.num(1, 40) + '.jpg'
    ])
    s.get(10, t, lambda: base + where[s.pick(al)] + '/')
    s.get(20, t + '{}', lambda: base + where[s.pick(al)] + '/' + shot())
    s.get(20, t + 'thumbs/{}', lambda: base + where[s.pick(al)] + '/thumbs/' + shot())
    if s.maybe(.5): s.get(6, t + '{}.html', lambda: base + where[s.pick(al)] + '/' + shot().split('.')[0] + '.html')
    s.get(3, base)
    s.get(3, '/style.css')
    s.each(3, '/', s.some(STATIC, 2, 3), '.html')


def mirror(s):
    common(s)
    pk = s.many(lambda: s.r.choice(SOFT) if s.maybe(.3) else s.w(), s.r.randint(60, 200))
    deb = s.r.choice(['/debian', '/ubuntu', '/pub/debian'])
    suites = s.some(['stable', 'testing', 'jessie', 'xenial', 'trusty', 'bionic', 'sid', 'buster'], 3, 6)
    ver = lambda: f'{s.num(0, 9)}.{s.num(0, 20)}.{s.num(0, 9)}-{s.num(1, 6)}'
    s.get(
        25, deb + '/pool/main/{}/{}/{}.deb', lambda:
        (lambda p:
         f'{deb}/pool/main/{p[:4] if p.startswith("lib") else p[0]}/{p}/{p}_{ver()}_{s.r.choice(["amd64", "i386", "all"])}.deb'
         )(s.pick(pk)))
    s.get(6, deb + '/dists/{}/Release', lambda: f'{deb}/dists/{s.pick(suites)}/Release')
    s.get(4, deb + '/dists/{}/main/binary-{}/Packages.gz',
          lambda: f'{deb}/dists/{s.pick(suites)}/main/binary-{s.r.choice(["amd64", "i386"])}/Packages.gz')
    ap = s.some(SOFT, 8, 16)
    s.get(8, '/apache/{}/', lambda: f'/apache/{s.pick(ap)}/')
    s.get(12, '/apache/{}/{}.tar.gz', lambda:
          (lambda p: f'/apache/{p}/{p}-{s.num(1, 3)}.{s.num(0, 9)}.{s.num(0, 30)}.tar.gz')(s.pick(ap)))
    s.get(3, '/apache/{}/{}.tar.gz.asc', lambda:
          (lambda p: f'/apache/{p}/{p}-{s.num(1, 3)}.{s.num(0, 9)}.{s.num(0, 30)}.tar.gz.asc')(s.pick(ap)))
    au = s.many(lambda: s.user().upper(), 60)
    s.get(
        8, '/CPAN/authors/id/{}/{}/{}/{}', lambda:
        (lambda a:
         f'/CPAN/authors/id/{a[0]}/{a[:2]}/{a}/{s.w().capitalize()}-{s.w().capitalize()}-{s.num(0, 3)}.{s.num(0, 99)}.tar.gz'
         )(s.pick(au)))
    s.each(4, '/icons/', ['folder.gif', 'back.gif', 'compressed.gif'])
    iso = [f'{s.num(10, 20)}.{s.r.choice(["04", "10"])}' for _ in range(9)]
    s.get(
        5, '/releases/{}/{}.iso', lambda:
        (lambda v: f'/releases/{v}/linux-{v}-{s.r.choice(["desktop", "server"])}-{s.r.choice(["amd64", "i386"])}.iso')
        (s.pick(iso)))
    s.get(3, '/releases/{}/', lambda: f'/releases/{s.pick(iso)}/')


def forum(s):
    common(s)
    f = s.r.choice(['/forum', '/forums', '', '/community'])
    k = s.r.choice(['xf', 'php', 'vb'])
    if k == 'php':
        s.each(20, f + '/', [
            'viewtopic.php', 'viewforum.php', 'index.php', 'memberlist.php', 'search.php', 'ucp.php', 'posting.php',
            'feed.php'
        ])
        s.get(2, f + '/posting.php', method='POST')
        s.get(
            3, f + '/styles/prosilver/theme/images/{}', lambda: f + '/styles/prosilver/theme/images/' + s.r.choice([
                'icon_topic', 'bg_header', 'bg_list', 'icon_home', 'icon_faq', 'icon_pages', 'icon_members',
                'icon_rate'
            ]) + '.gif')
        s.get(2, f + '/style.php')
        s.get(5, f + '/download/file.php')
    else:
        ti = s.many(lambda: s.slug(2, 6), 300)
        th = {t: s.num(100, 99999) for t in ti}
        P = (lambda t: f'{f}/threads/{t}.{th[t]}/') if k == 'xf' else (lambda t: f'{f}/showthread.php/{th[t]}-{t}')
        T = f + '/threads/{}/' if k == 'xf' else f + '/showthread.php/{}'
        s.get(25, T, lambda: P(s.pick(ti)))
        if k == 'xf':
            s.get(5, T + 'page-{}', lambda: P(s.pick(ti[:60])) + 'page-' + s.num(2, 9))
            s.get(3, T + 'reply', lambda: P(s.pick(ti[:60])) + 'reply', method='POST')
        us = s.many(s.user, 80)
        s.get(
            5, f + '/members/{}/' if k == 'xf' else f + '/member.php/{}', lambda:
            (lambda u: f'{f}/members/{u}.{hash_(u)}/' if k == 'xf' else f'{f}/member.php/{hash_(u)}-{u}')(s.pick(us)))
        bo = s.many(lambda: s.slug(1, 3), 18)
        s.get(
            8, f + '/forums/{}/' if k == 'xf' else f + '/forumdisplay.php/{}', lambda:
            (lambda b: f'{f}/forums/{b}.{hash_(b) % 90}/'
             if k == 'xf' else f'{f}/forumdisplay.php/{hash_(b) % 90}-{b}')(s.pick(bo)))
        av = s.num(1, 9)
        s.get(6, f + '/data/avatars/{}/{}/{}.jpg', lambda:
              (lambda n: f'{f}/data/avatars/{s.r.choice("sml")}/{n // 1000}/{n}.jpg')(s.r.randint(1, 9999)))
        s.each(4, f + '/',
               ['login', 'whats-new', 'search'] if k == 'xf' else ['login.php', 'search.php', 'register.php'])


def shop(s):
    common(s)
    pr = s.many(lambda: s.slug(2, 5), s.r.randint(80, 400))
    co = s.many(lambda: s.slug(1, 2), s.r.randint(10, 30))
    P = s.r.choice(['/products/', '/product/', '/p/', '/item/'])
    s.get(20, P + '{}', lambda: P + s.pick(pr))
    s.get(8, '/collections/{}', lambda: '/collections/' + s.pick(co))
    s.get(6, '/collections/{}/products/{}',
          lambda: f'/collections/{s.pick(co)}/products/{s.pick(pr)}') if s.maybe(.6) else None
    s.get(4, '/cart')
    s.get(3, '/cart/add', method='POST')
    s.get(2, '/checkout')
    s.get(3, '/search')
    s.get(2, '/account/login')
    s.get(1.5, '/account/login', method='POST')
    s.get(1, '/account/orders/{}', lambda: '/account/orders/' + s.num(1000, 4000))
    s.get(18, '/cdn/images/{}', lambda: '/cdn/images/' + s.hexs(12) + '.jpg') if s.maybe(.5) else s.get(
        18, '/images/catalog/{}/{}', lambda: f'/images/catalog/{s.num(100, 140)}/{s.pick(pr)}.jpg')
    pg = s.some(
        ['about-us', 'shipping', 'returns', 'privacy-policy', 'terms', 'size-guide', 'contact-us', 'store-locator'],
        3, 6)
    s.each(4, '/pages/', pg)
    po = s.many(lambda: s.slug(3, 6), 30)
    s.get(3, '/blogs/news/{}', lambda: '/blogs/news/' + s.pick(po))
    s.get(4, '/assets/theme.css')
    s.get(4, '/assets/theme.js')


def docs(s):
    common(s)
    vs = s.some(['1.0', '1.1', '2.0', '2.1', '2.4', '3.0', 'latest', 'stable', 'dev'], 3, 6)
    se = s.some(['guide', 'reference', 'tutorial', 'howto', 'install', 'faq', 'internals'], 3, 5)
    pg = {x: s.many(lambda: s.w() if s.maybe(.5) else s.w() + '-' + s.w(), s.r.randint(8, 40))
          for x in se}
    b = s.r.choice(['/docs/', '/doc/', '/manual/'])
    e = s.r.choice(['.html', '/', '.html'])
    for x in se:
        s.get(8, b + '{}/' + x + '/{}' + e, lambda x=x: f'{b}{s.pick(vs)}/{x}/{s.pick(pg[x])}{e}')
    s.get(5, b + '{}/', lambda: f'{b}{s.pick(vs)}/')
    s.get(5, b + '{}/_static/{}.css',
          lambda: f'{b}{s.pick(vs)}/_static/{s.r.choice(["basic", "theme", "pygments", "custom"])}.css')
    s.get(
        4, b + '{}/_static/{}.js', lambda:
        f'{b}{s.pick(vs)}/_static/{s.r.choice(["jquery", "underscore", "doctools", "sidebar", "searchtools"])}.js')
    s.get(4, b + '{}/_images/{}.png', lambda: f'{b}{s.pick(vs)}/_images/{s.pick(im)}.png')
    im = s.many(s.w, 40)
    s.get(3, b + '{}/searchindex.js', lambda: f'{b}{s.pick(vs)}/searchindex.js')
    s.each(4, '/', s.some(['download', 'community', 'blog', 'about', 'support'], 2, 4), '/')


def drupal(s):
    common(s)
    sl = s.many(lambda: s.slug(2, 5), s.r.randint(40, 200))
    vo = s.r.choice(['content', 'blog', 'article', 'story'])
    s.get(14, '/node/{}', lambda: '/node/' + s.num(1, 900))
    s.get(16, f'/{vo}/{{}}', lambda: f'/{vo}/' + s.pick(sl))
    s.get(3, '/taxonomy/term/{}', lambda: '/taxonomy/term/' + s.num(1, 60))
    s.get(1.5, '/taxonomy/term/{}/feed', lambda: f'/taxonomy/term/{s.num(1, 60)}/feed') if s.maybe(.6) else None
    s.get(3, '/user/{}', lambda: '/user/' + s.num(1, 300))
    s.get(3, '/user/login')
    s.get(2, '/user/register')
    s.get(2, '/user/login', method='POST')
    s.get(1, '/comment/reply/{}', lambda: '/comment/reply/' + s.num(1, 900))
    s.get(2, '/rss.xml')
    s.each(4, '/', s.some(STATIC, 2, 4))
    im = s.many(lambda: s.slug(1, 3) + s.r.choice(['.jpg', '.png', '_0.jpg']), 120)
    s.get(12, '/sites/default/files/{}', lambda: '/sites/default/files/' + s.pick(im))
    st = s.some(['thumbnail', 'medium', 'large', 'teaser'], 2, 3)
    s.get(6, '/sites/default/files/styles/{}/public/{}',
          lambda: f'/sites/default/files/styles/{s.pick(st)}/public/{s.pick(im)}')
    s.get(3, '/misc/jquery.js')
    s.get(3, '/misc/drupal.js')
    s.get(4, '/sites/default/files/css/css_{}.css', lambda: '/sites/default/files/css/css_' + s.hexs(32) + '.css')
    ta = s.many(s.w, 40)
    s.get(3, '/tags/{}', lambda: '/tags/' + s.pick(ta))


def news(s):
    common(s)
    se = s.some([
        'world', 'politics', 'business', 'sport', 'culture', 'opinion', 'travel', 'health', 'science', 'local',
        'technology', 'education'
    ], 5, 11)
    e = s.r.choice(['.html', '', '/'])
    sl = {x: s.many(lambda: s.slug(3, 7), s.r.randint(20, 80)) for x in se}
    y = s.r.randint(2008, 2016)
    d = lambda p: '%d/%02d/%02d' % (y + hash_(p) % 2, 1 + hash_(p) % 12, 1 + hash_(p) * 7 % 28)
    k = s.r.choice(['sd', 'ds', 's'])

    def a():
        x = s.pick(se)
        p = s.pick(sl[x])
        return {
            'sd': f'/{x}/{d(p)}/{p}{e}',
            'ds': f'/{d(p)}/{x}/{p}{e}',
            's': f'/{x}/{p}-{1000 + hash_(p)}{e}'
        }[k]

    s.get(35, {'sd': '/{}/{}/{}/{}/{}', 'ds': '/{}/{}/{}/{}/{}', 's': '/{}/{}'}[k] + e, a)
    s.get(8, '/{}/', lambda: f'/{s.pick(se)}/') if k != 's' else s.get(8, '/{}', lambda: f'/{s.pick(se)}')
    au = s.many(lambda: s.r.choice(s.V['names']) + '-' + s.w(), 20)
    s.get(3, '/by/{}', lambda: '/by/' + s.pick(au))
    to = s.many(lambda: s.slug(1, 2), 40)
    s.get(4, '/topic/{}', lambda: '/topic/' + s.pick(to))
    s.get(18, '/images/{}/{}/{}/{}',
          lambda: f'/images/{y}/{s.num(1, 12).zfill(2)}/{s.num(1, 28).zfill(2)}/{s.w()}-{s.w()}.jpg')
    s.get(3, '/search/')
    s.get(4, '/static/css/main.css')
    s.get(4, '/static/js/main.js')


def pipermail(s):
    common(s)
    li = s.many(lambda: s.w() + s.r.choice(['', '-users', '-devel', '-announce']), s.r.randint(5, 25))
    M = 'January February March April May June July August September October November December'.split()
    mo = lambda: f'{s.r.randint(1999, 2016)}-{s.r.choice(M)}'
    s.get(25, '/pipermail/{}/{}/{}.html', lambda: f'/pipermail/{s.pick(li)}/{mo()}/{s.num(1, 9999).zfill(6)}.html')
    s.get(4, '/pipermail/{}/', lambda: f'/pipermail/{s.pick(li)}/')
    s.get(4, '/mailman/listinfo/{}', lambda: '/mailman/listinfo/' + s.pick(li))
    s.get(1.5, '/mailman/subscribe/{}', lambda: '/mailman/subscribe/' + s.pick(li), method='POST')
    for x in ['thread', 'date', 'author', 'subject']:
        s.get(3, '/pipermail/{}/{}/' + x + '.html', lambda x=x: f'/pipermail/{s.pick(li)}/{mo()}/{x}.html')
    s.get(3, '/icons/{}',
          lambda: '/icons/' + s.r.choice(['mailman', 'PythonPowered', 'gnu-head-tiny', 'back', 'folder']) + '.png')


def gitweb(s):
    common(s)
    b = s.r.choice(['/cgit', '/git', ''])
    re = s.many(lambda: s.w() + s.r.choice(['', '.git']), s.r.randint(14, 50))
    f = s.many(lambda: s.w() + s.r.choice(['.c', '.h', '.py', '.txt', '.md']), 60)
    for x in ['tree', 'log', 'commit', 'diff', 'refs', 'plain', 'atom', 'about'][:s.r.randint(5, 8)]:
        s.get(4, b + '/{}/' + x + '/', lambda x=x: f'{b}/{s.pick(re)}/{x}/')
    s.get(5, b + '/{}/', lambda: f'{b}/{s.pick(re)}/')
    s.get(8, b + '/{}/tree/{}', lambda: f'{b}/{s.pick(re)}/tree/{s.pick(f)}')
    s.get(6, b + '/{}/plain/{}', lambda: f'{b}/{s.pick(re)}/plain/{s.pick(f)}')
    s.get(
        3, b + '/{}/snapshot/{}', lambda:
        (lambda r: f'{b}/{r}/snapshot/{r.replace(".git", "")}-{s.num(0, 3)}.{s.num(0, 20)}.{s.num(0, 9)}.tar.gz')
        (s.pick(re)))
    s.get(5, b + '/{}/info/refs', lambda: f'{b}/{s.pick(re)}/info/refs')
    s.get(4, b + '/{}/git-upload-pack', lambda: f'{b}/{s.pick(re)}/git-upload-pack', method='POST')
    s.get(4, '/cgit-css/cgit.css')
    s.get(2, '/cgit-css/cgit.png')


def tree(s):
    """Old static site: nested folders, a few to many pages in each, pictures beside them."""
    common(s)
    end = s.r.choice(['.html', '.htm', '.html', '.shtml', '.php'])
    tops = s.many(s.w, s.r.randint(4, 8))

    def folder(base, weight, depth):
        n = s.r.choice([3, 5, 8, 14, 30, 60])
        pg = s.many(
            lambda: s.r.choice([
                s.w(),
                s.w(),
                s.w() + '-' + s.w(),
                s.w() + '_' + s.w(),
                s.w() + s.num(1, 40),
                s.w()[:4] + s.num(1, 999)
            ]), n)
        s.get(weight, base + '{}' + end, lambda: base + s.pick(pg) + end)
        if s.maybe(.5): s.get(weight / 3, base)
        if s.maybe(.4):
            im = s.many(lambda: s.r.choice([s.w(), s.w() + s.num(1, 99), s.w() + '-small']), s.r.choice([6, 20, 50]))
            ex = s.r.choice([['.gif'], ['.jpg'], ['.gif', '.jpg']])
            s.get(weight, base + 'images/{}', lambda: base + 'images/' + (lambda x: x + ex[hash_(x) % len(ex)])
                  (s.pick(im)))
        if depth and s.maybe(.7):
            for f in s.many(s.w, s.r.randint(2, 5)):
                folder(base + f + '/', weight * .5, depth - 1)

    for i, f in enumerate(tops):
        folder('/' + f + '/', 10 / (1 + i)**.7, s.r.randint(0, 2))
    s.each(6, '/', s.some(STATIC, 3, 6), end)
    im = s.many(s.w, 40)
    s.get(12, '/images/{}', lambda: '/images/' + s.pick(im) + s.r.choice(['.gif']))
    if s.maybe(.5):
        us = s.many(s.user, s.r.randint(5, 30))
        s.get(5, '/~{}/', lambda: f'/~{s.pick(us)}/')
        s.get(4, '/~{}/{}' + end, lambda: f'/~{s.pick(us)}/{s.pick(im)}{end}')
    if s.maybe(.5):
        dl = s.many(lambda: s.w() + s.num(1, 9) + s.num(0, 9), s.r.randint(6, 40))
        s.get(5, '/download/{}', lambda: '/download/' + s.pick(dl) + '.zip')
    if s.maybe(.4):
        ar = [f'{s.num(1994, 2004)}-{s.num(1, 12).zfill(2)}' for _ in range(40)]
        s.get(3, '/archive/{}' + end, lambda: '/archive/' + s.pick(ar) + end)


def spa(s):
    common(s)
    st = s.r.choice(['/static', '/assets', '/_next/static', '/dist', '/build'])
    h = lambda: s.hexs(s.r.choice([8, 8, 20]))
    hs = [h() for _ in range(30)]
    s.get(8, st + '/js/main.{}.js', lambda: f'{st}/js/main.{s.pick(hs)}.js')
    s.get(8, st + '/css/main.{}.css', lambda: f'{st}/css/main.{s.pick(hs)}.css')
    if s.maybe(.6): s.get(8, st + '/js/{}.{}.chunk.js', lambda: f'{st}/js/{s.num(1,20)}.{s.pick(hs)}.chunk.js')
    im = s.many(
        lambda: s.r.choice([s.w(), s.w() + '-' + s.w(), s.w() + '_' + s.w()]) + s.r.choice(
            ['.png', '.svg', '.jpg', '.png']), s.r.randint(8, 60))
    ib = s.r.choice(['/images/', '/img/', st + '/media/', st + '/images/'])
    s.get(20, ib + '{}', lambda: ib + s.pick(im))
    s.each(3, '/', s.some(['logo192.png', 'logo512.png', 'manifest.json', 'service-worker.js', 'sitemap.xml'], 1, 3))
    if s.maybe(.6):
        s.each(
            6, '/',
            s.some([
                'login', 'signup', 'dashboard', 'settings', 'pricing', 'about', 'help', 'terms', 'privacy',
                'features', 'contact', 'docs', 'blog'
            ], 2, 6))
    if s.maybe(.4):
        pg = s.many(lambda: s.slug(2, 5), s.r.randint(20, 100))
        s.get(8, '/blog/{}', lambda: '/blog/' + s.pick(pg))
    if s.maybe(.3):
        up = s.r.choice(['/uploads/', '/media/', '/files/', '/avatars/'])
        s.get(10, up + '{}', lambda: up + s.hexs(24) + s.r.choice(['.jpg', '.png']))


# Kinds with more parts, each of which a site has or not.


def fixed(s, weight, *paths, method='GET'):
    """Literals, most popular first."""
    for i, path in enumerate(paths):
        s.get(weight / (1 + i)**.6, path, method=method)


def folder(s, weight, base, n, make, ends, index=False):
    """The pages, or the pictures, of one folder: few stay apart, more are one template."""
    names = s.many(make, n)
    end = {x: s.r.choice(ends) for x in names}
    media = ends[0] not in ('.html', '.htm', '.txt', '.shtml', '.php', '')
    if len(names) < (4 if media else 6): fixed(s, weight / 2, *[base + x + end[x] for x in names])
    else:
        s.get(weight, base + '{}' + ('' if media else ends[0]), lambda: (lambda x: base + x + end[x])(s.pick(names)))
    if index: s.get(weight / 3, base)


def camera(s):
    return s.r.choice(['IMG_', 'DSC0', 'DSCN', 'P101', 'img', 'pict'])


def page_name(s):
    return s.r.choice([
        s.w(),
        s.w(),
        s.w() + '-' + s.w(),
        s.w() + '_' + s.w(),
        s.w() + s.num(1, 30),
        s.w()[:6] + s.num(1, 99),
        s.w().capitalize()
    ])


def series(s):
    """Institution: series of units (ships, missions, exhibitions), whose files are named after them, beside fixed pages."""
    common(s)
    tops = s.many(s.w, s.r.randint(2, 4))
    end = s.r.choice(['.html', '.htm'])
    for i, top in enumerate(tops):
        pre = s.r.choice([s.w()[:3] + '-', s.w() + '-', s.w()[:2], s.w()])
        un = [f'{pre}{k}' for k in s.r.sample(range(1, 99), s.r.choice([9, 16, 40, 70]))]
        base = s.r.choice([f'/{top}/', f'/{top}/{s.w()}/'])
        U = lambda f, un=un: (lambda: f(s.pick(un)))
        a = 12 / (1 + i)
        w = s.w()
        s.get(a, f'{base}{{}}/{w}-{{}}{end}',
              U(lambda u, b=base, w=w: f'{b}{u}/{w}-{u}{end}')) if s.maybe(.5) else s.get(
                  a, f'{base}{{}}/{{}}{end}', U(lambda u, b=base: f'{b}{u}/{u}{end}'))
        for _ in range(s.r.randint(0, 3)):
            w = '-' + '-'.join(s.words(s.r.randint(1, 2))) + s.r.choice([end, '.gif', '.jpg', '.txt'])
            s.get(a * s.r.uniform(.1, .7), f'{base}{{}}/{{}}{w}', U(lambda u, b=base, w=w: f'{b}{u}/{u}{w}'))
        if s.maybe(.7): s.get(a / 4, base + '{}/', U(lambda u, b=base: f'{b}{u}/'))
        for sub in s.some(['images', 'movies', 'sounds', 'news', 'docs', s.w()], 1, 5):
            if s.maybe(.6):
                s.get(a / 4, f'{base}{{}}/{sub}/{sub}{end}', U(lambda u, b=base, x=sub: f'{b}{u}/{x}/{x}{end}'))
            if s.maybe(.5): s.get(a / 6, f'{base}{{}}/{sub}/', U(lambda u, b=base, x=sub: f'{b}{u}/{x}/'))
            if s.maybe(.7):
                e = s.r.choice([['.gif', '.jpg'], ['.gif'], ['.mpg'], ['.wav']])
                f = s.r.choice([
                    lambda u: s.w(), lambda u: s.w().upper()[:3] + '-' + s.num(90, 97) + 'EC-' + s.num(10, 999),
                    lambda u: u + '-' + s.w(), lambda u: s.num(60, 99) + s.w().upper()[:2] + s.num(100, 999)
                ])
                s.get(a / 3, f'{base}{{}}/{sub}/{{}}' + (e[0] if e[0] in ('.mpg', '.wav') else ''),
                      U(lambda u, b=base, x=sub, e=e, f=f: f'{b}{u}/{x}/{f(u)}{s.r.choice(e)}'))
        if s.maybe(.5):
            w = s.w()[:4]
            s.get(a / 6, f'{base}{{}}/news/{{}}-{w}-{{}}.txt',
                  U(lambda u, b=base, w=w: f'{b}{u}/news/{u}-{w}-{s.num(1, 40).zfill(2)}.txt'))
        fixed(s, a / 3, *[base + x for x in s.some([top + end, s.w() + end, s.w() + '.txt', s.w() + end, ''], 1, 5)])
    folder(
        s, 20, s.r.choice(['/images/', '/logos/', '/graphics/', '/pics/']), s.r.choice([5, 14, 40, 90]),
        lambda: s.r.choice(
            [s.w(),
             s.w() + '-logo',
             s.w() + '-small',
             s.w() + '-medium',
             s.w() + '_' + s.w(),
             s.w() + s.num(1, 99)]), s.r.choice([['.gif'], ['.gif', '.jpg'], ['.gif', '.gif', '.xbm']]))
    for _ in range(s.r.randint(1, 5)):
        f = '/' + s.w() + '/'
        folder(s, 3, f, s.r.choice([2, 4, 7, 12, 30, 60]), lambda: page_name(s), [end], s.maybe(.6))
        folder(s, 2, f + s.r.choice(['', 'images/']), s.r.choice([3, 6, 20]), lambda: page_name(s),
               s.r.choice([['.gif'], ['.gif', '.jpg']])) if s.maybe(.5) else None
    t = s.w()
    u = s.many(s.w, s.r.randint(5, 8))
    s.get(3, f'/{t}/{{}}{end}', lambda: f'/{t}/{s.pick(u)}{end}') if len(u) > 5 else None
    s.get(2, f'/{t}/{{}}-logo.gif', lambda: f'/{t}/{s.pick(u)}-logo.gif')
    fixed(s, 6, *['/' + s.w() + end for _ in range(s.r.randint(2, 8))])
    fixed(s, 3, *['/cgi-bin/' + s.w()[:6] + '.pl' for _ in range(s.r.randint(1, 4))])
    mp = s.many(s.w, s.r.randint(6, 12))
    s.get(3, '/cgi-bin/imagemap/{}', lambda: '/cgi-bin/imagemap/' + s.pick(mp)) if s.maybe(.6) else None
    folder(s, 3, '/icons/', s.r.randint(4, 9), s.w, ['.xbm'] if s.maybe(.5) else ['.gif'])


def locked_wiki(s):
    """Wiki of programs, actions and webs, where editing needs a name: those requests fail."""
    common(s)
    base = s.r.choice(['/twiki/bin/', '/cgi-bin/wiki/', '/foswiki/bin/', '/wiki/bin/'])
    webs = ['Main'] + s.many(lambda: s.w().capitalize(), s.r.randint(1, 4))
    style = s.r.choice([.2, .6, 1])
    pages = {
        w: s.many(lambda: s.camel() if s.maybe(style) else '_'.join(s.words(s.r.randint(1, 4))).capitalize(),
                  int(s.r.choice([120, 250, 400]) / (1 + i)**1.5)) + ['WebHome', 'WebChanges', 'WebIndex']
        for i, w in enumerate(webs)
    }
    for a, weight, status in s.some([('view', 40, None), ('edit', 20, 401), ('rdiff', 20, None), ('attach', 8, 401),
                                     ('oops', 9, None), ('rename', 3, 401), ('raw', 3, None), ('save', 2, 302)], 4,
                                    8):
        for i, w in enumerate(webs):
            if i < 2 or s.maybe(.5):
                s.get(weight / (1 + i),
                      f'{base}{a}/{w}/{{}}',
                      lambda a=a, w=w: f'{base}{a}/{w}/{s.pick(pages[w])}',
                      method='POST' if a == 'save' else 'GET',
                      status=status)
    for w in webs[:2]:
        fixed(
            s, 1,
            *s.some([
                f'{base}search/{w}/', f'{base}search/{w}/SearchResult', f'{base}statistics/{w}', f'{base}view/{w}',
                f'{base}changes/{w}'
            ], 1, 4))
    ls = s.many(s.w, s.r.randint(7, 30))
    mo = lambda: f'{s.num(2001, 2009)}-{s.r.choice("January March May June October".split())}'
    s.get(5, '/mailman/listinfo/{}', lambda: '/mailman/listinfo/' + s.pick(ls))
    s.get(2, '/pipermail/{}/{}/{}.html', lambda: f'/pipermail/{s.pick(ls)}/{mo()}/{s.num(1, 99).zfill(6)}.html')
    s.get(1, '/pipermail/{}/{}.txt', lambda: f'/pipermail/{s.pick(ls)}/{mo()}.txt')
    s.get(1, '/pipermail/{}/{}/thread.html', lambda: f'/pipermail/{s.pick(ls)}/{mo()}/thread.html')
    g = s.w()
    fixed(s, 2, f'/cgi-bin/{g}.cgi', *['/' + s.w() + '.html' for _ in range(s.r.randint(1, 4))])
    s.get(2, f'/cgi-bin/{g}.cgi/{g}_{{}}.png',
          lambda: f'/cgi-bin/{g}.cgi/{g}_{s.num(0, 3)}{s.r.choice(["", "_err"])}.png')
    p = s.many(s.w, 3)
    s.get(2, f'/{g}/{{}}.png', lambda: f'/{g}/{s.pick(p)}.{s.r.choice(["1day", "7day", "31day", "1year"])}.png')


def root_shop(s):
    """Shop whose categories and products stand at the root, beside its own pages."""
    common(s)
    ca = s.many(lambda: s.slug(1, 2), s.r.randint(7, 16))
    pr = s.many(lambda: s.slug(2, 5), s.r.choice([60, 150, 400]))
    sub = s.many(lambda: s.slug(1, 3), 40)
    pc = {p: (s.r.choice(ca), s.r.choice(sub))
          for p in pr}
    e = s.r.choice(['', '', '.html', '/'])
    s.get(14, '/{}' + e, lambda: '/' + s.pick(s.r.choice([ca, pr])) + e)
    s.get(8, '/{}/{}' + e, lambda: (lambda p: f'/{pc[p][0]}/{s.r.choice([pc[p][1], p])}{e}')(s.pick(pr)))
    if s.maybe(.6): s.get(7, '/{}/{}/{}' + e, lambda: (lambda p: f'/{pc[p][0]}/{pc[p][1]}/{p}{e}')(s.pick(pr)))
    if e != '.html' or s.maybe(.5):
        fixed(
            s, 6, *[
                '/' + x + ('' if e == '.html' else e) for x in s.some([
                    'contact', 'about-us', 'sitemap', 'delivery', 'privacy', 'blog', 'brands', 'cart', 'checkout',
                    'login', 'account', 'search', 'wishlist', 'compare'
                ], 3, 9)
            ])
    fixed(s, 5, '/index.php', *s.some(['/ajax.php', '/cart.php', '/search.php'], 0, 2))
    s.get(3, '/index.php', method='POST')
    im = s.r.choice(['/image/cache/catalog/', '/media/catalog/product/cache/', '/img/p/', '/images/products/'])
    z = s.r.choice([lambda: s.r.choice(['-228x228', '-500x500', '-74x74']), lambda: '', lambda: '_' + s.num(1, 5)])
    s.get(20, im + '{}/{}', lambda: f'{im}{s.pick(ca)}/{s.pick(pr)}{z()}.jpg')
    folder(s, 4, '/image/', s.r.choice([5, 14, 40]), lambda: page_name(s), ['.png', '.jpg'])
    fixed(
        s, 6, *[
            f'/{s.r.choice(["catalog", "skin", "js", "theme"])}/{s.w()}/{s.r.choice(["style.css", "common.js", "jquery.min.js", "bootstrap.min.css"])}'
            for _ in range(s.r.randint(2, 6))
        ])


def languages(s):
    """Company whose pages stand below a language."""
    common(s)
    la = s.r.choice([['en', 'de'], ['en', 'de', 'fr'], ['en', 'ja', 'zh-cn', 'ko'],
                     ['de-DE', 'en-GB', 'fr-FR', 'it-IT'], ['en', 'es', 'pt', 'it', 'nl'], ['english', 'french']])
    e = s.r.choice(['', '', '.html', '/'])
    L = lambda: '/' + s.pick(la)
    s.get(8, '/{}/', lambda: L() + '/')
    for x in s.some(
        ['about', 'contact', 'imprint', 'careers', 'company', 'privacy', 'support', 'search', 'login', 'press'], 3,
            8):
        s.get(2, '/{}/' + x + e, lambda x=x: L() + '/' + x + e)
    for x in s.some(['products', 'news', 'solutions', 'events', 'stories', 'team', 'blog', 'help'], 2, 5):
        pg = s.many(lambda: s.slug(1, 5), s.r.choice([8, 15, 40, 80]))
        d = s.maybe(.3)
        s.get(6,
              f'/{{}}/{x}/' + ('{}/' if d else '') + '{}' + e,
              lambda x=x, pg=pg, d=d: (lambda p: f'{L()}/{x}/' + (f'{2010 + hash_(p) % 8}/'
                                                                  if d else '') + p + e)(s.pick(pg)))
        s.get(2, f'/{{}}/{x}' + e, lambda x=x: f'{L()}/{x}{e}')
    fixed(
        s, 5, *[
            f'/assets/{x}'
            for x in s.some(['css/main.css', 'js/main.js', 'css/print.css', 'js/vendor.js', 'js/jquery.min.js'], 2, 4)
        ])
    folder(s, 14, s.r.choice(['/assets/img/', '/images/', '/uploads/']), s.r.choice([12, 40, 100]),
           lambda: s.r.choice([s.w(), s.slug(2, 3), camera(s) + s.num(1000, 9999)]), ['.jpg', '.png', '.svg'])
    pd = s.many(lambda: s.slug(2, 3), 20)
    s.get(3, '/downloads/{}.pdf', lambda: f'/downloads/{s.pick(pd)}.pdf')


def weblog(s):
    """Blog whose archives are files: by number, by month, by category."""
    common(s)
    b = s.r.choice(['', '', '/blog', '/weblog', '/mt'])
    a = b + s.r.choice(['/archives/', '/archive/', '/'])
    y = lambda: s.num(2001, 2007)
    ids = [s.num(1, 1900).zfill(6) for _ in range(s.r.choice([80, 300]))]
    po = s.many(lambda: '_'.join(s.words(s.r.randint(1, 4)))[:15].rstrip('_'), s.r.choice([60, 250]))
    when = {p: f'{y()}/{s.num(1, 12).zfill(2)}'
            for p in po}
    if s.maybe(.6): s.get(14, a + '{}.html', lambda: f'{a}{s.pick(ids)}.html')
    if s.maybe(.6):
        day = s.maybe(.4)
        s.get(
            12, a + '{}/{}/' + ('{}/' if day else '') + '{}.html', lambda:
            (lambda p: f'{a}{when[p]}/' + ('%02d/' % (1 + hash_(p) % 28) if day else '') + f'{p}.html')(s.pick(po)))
    if s.maybe(.5): s.get(4, a + '{}_{}.html', lambda: f'{a}{y()}_{s.num(1, 12).zfill(2)}.html')
    elif s.maybe(.5): s.get(4, a + '{}/{}/', lambda: a + when[s.pick(po)] + '/')
    if s.maybe(.4): s.get(4, b + '/{}_archive.html', lambda: f'{b}/{y()}_{s.num(1, 12).zfill(2)}_01_archive.html')
    if a != b + '/':
        ca = s.many(lambda: '_'.join(s.words(s.r.randint(1, 2))), s.r.randint(6, 16))
        s.get(4, a + 'cat_{}.html', lambda: f'{a}cat_{s.pick(ca)}.html') if s.maybe(.6) else s.get(
            4, a + 'category/{}/', lambda: f'{a}category/{s.pick(ca)}/')
    fixed(
        s, 6, *[
            b + x for x in s.some([
                '/index.rdf', '/index.xml', '/atom.xml', '/archives.html', '/styles-site.css', '/about.html',
                '/links.html', '/rss.xml', '/search.html'
            ], 3, 8)
        ])
    fixed(s, 3, *s.some(['/cgi-bin/mt/mt-comments.cgi', '/cgi-bin/mt/mt-search.cgi', '/mt-static/mt.js'], 1, 3))
    s.get(2, '/cgi-bin/mt/mt-tb.cgi/{}', lambda: '/cgi-bin/mt/mt-tb.cgi/' + s.num(1, 1400),
          method='POST') if s.maybe(.5) else None
    folder(s, 8, b + '/images/', s.r.choice([8, 25, 60]), lambda: page_name(s),
           s.r.choice([['.gif'], ['.gif', '.jpg'], ['.jpg', '.png']]))
    k = camera(s)
    folder(s, 5, '/photos/', s.r.choice([20, 60]), lambda: k + s.num(1000, 9999),
           ['.jpg', '.JPG']) if s.maybe(.5) else None
    if s.maybe(.6):
        al = s.many(lambda: page_name(s), s.r.randint(8, 30))
        s.get(4, '/gallery/{}/', lambda: f'/gallery/{s.pick(al)}/')
        s.get(
            6, '/gallery/{}/{}', lambda:
            f'/gallery/{s.pick(al)}/{camera(s)}{s.num(1000, 9999)}{s.r.choice(["", "", ".thumb", ".sized"])}.jpg')


def namespaces(s):
    """Wiki whose pages stand in name spaces, at the root or behind a script."""
    common(s)
    x = s.r.choice(['/', '/', '/wiki/', '/dokuwiki/'])
    b = s.r.choice([x, x + 'doku.php/', x + 'start/']) if x != '/' else s.r.choice(['/', '/doku.php/', '/wiki/'])
    sep = s.r.choice([':', ':', '/'])
    ns = s.many(s.w, s.r.choice([3, 6, 12, 25]))
    pn = {
        n: s.many(lambda: s.r.choice([s.w(), '_'.join(s.words(2)), s.w() + s.num(1, 9)]), s.r.randint(3, 40)) +
        ['start']
        for n in ns
    }
    top = s.many(lambda: s.r.choice([s.w(), '_'.join(s.words(2))]), s.r.choice([10, 40]))
    s.get(20, b + ('{}' if sep == ':' else '{}/{}'), lambda: (lambda n: f'{b}{n}{sep}{s.pick(pn[n])}')(s.pick(ns)))
    if sep == ':' or b != x: s.get(6, b + '{}', lambda: b + s.pick(top))
    if s.maybe(.4):
        s.get(4, b + ('{}' if sep == ':' else '{}/{}/{}'), lambda:
              (lambda n: f'{b}{n}{sep}{s.pick(top)}{sep}{s.pick(pn[n])}')(s.pick(ns[:3])))
    fixed(s, 8,
          *[x + 'lib/exe/' + f + '.php' for f in s.some(['css', 'js', 'indexer', 'opensearch', 'taskrunner'], 3, 5)],
          x + 'feed.php')
    s.get(2, x + 'lib/exe/ajax.php', method='POST')
    md = s.many(lambda: s.pick(ns) + sep + s.w() + s.r.choice(['.png', '.jpg']), 40)
    t = '{}' if sep == ':' else '{}/{}'
    s.get(4, x + 'lib/exe/fetch.php/' + t, lambda: x + 'lib/exe/fetch.php/' + s.pick(md))
    s.get(1.5, x + 'lib/exe/detail.php/' + t, lambda: x + 'lib/exe/detail.php/' + s.pick(md)) if s.maybe(.6) else None
    for f in s.some(['tpl/default/images/', 'images/', 'images/smileys/', 'images/interwiki/'], 2, 4):
        folder(s, 3, x + 'lib/' + f, s.r.choice([3, 6, 12]),
               lambda: s.r.choice([s.w(), 'button-' + s.w(), 'icon_' + s.w(),
                                   s.slug(2, 2)]), s.r.choice([['.png'], ['.gif', '.png']]))


def ministry(s):
    """Authority: notices by month and day, folders in capitals, texts beside pages."""
    common(s)
    mo = s.r.choice([['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug'],
                     [str(i).zfill(2) for i in range(1, 13)]])
    day = s.r.choice(['Day-', '', 'day'])
    root = '/' + s.w() + '/' + (s.w() + '/' if s.maybe(.5) else '')
    up = s.w().upper()[:3]
    end = s.r.choice(['.html', '.htm', '.txt.html', '.txt'])
    ks = s.many(lambda: s.r.choice([up + '-' + s.w().upper(), s.w(), s.w().upper()]), s.r.choice([2, 4, 7, 14]))
    year = lambda: s.num(1994, 1997)
    for k in ['{}'] if len(ks) > 5 else ks:
        K = lambda of, k=k: (lambda: root + (s.pick(ks) if k == '{}' else k) + of())
        a = 9 if k == '{}' else 3
        date = lambda: f'/{year()}/{s.r.choice(mo)}/{day}{s.num(1, 28)}/'
        s.get(a, f'{root}{k}/{{}}/{{}}/{day}{{}}/pr-{{}}{end}', K(lambda: f'{date()}pr-{s.num(1, 900)}{end}'))
        if s.maybe(.5): s.get(a / 3, f'{root}{k}/{{}}/{{}}/{day}{{}}/', K(date))
        if s.maybe(.4): s.get(a / 4, f'{root}{k}/{{}}/{{}}/', K(lambda: f'/{year()}/{s.r.choice(mo)}/'))
        if s.maybe(.4): s.get(a / 4, f'{root}{k}/', K(lambda: '/'))
    for _ in range(s.r.randint(3, 9)):
        f = s.r.choice([s.w().capitalize(), s.w().upper()[:5], s.w()])
        folder(s, 3, f'{s.r.choice(["/", root])}{f}/', s.r.choice([2, 4, 8, 14, 30]),
               lambda: s.r.choice([s.w(), s.w().capitalize(
               ), s.w().upper()[:6], s.w()[:8] + s.num(1, 20)]), [s.r.choice(['.html', '.html', '.txt', '.htm'])],
               s.maybe(.5))
        s.get(2, f'/{f}.html') if s.maybe(.5) else None
    folder(s, 20, '/' + s.r.choice(['logos', 'icons', 'images']) + '/', s.r.choice([4, 5, 9, 20]),
           lambda: s.r.choice([s.w(), s.w() + '_' + s.w(), s.w() + '-' + s.w()]),
           s.r.choice([['.gif'], ['.gif', '.xbm']]))
    st = s.many(lambda: s.w().upper()[:2], 20)
    t = s.w()
    s.get(2, f'/{t}/{{}}.html', lambda: f'/{t}/{s.pick(st)}.html')
    fixed(s, 3, '/cgi-bin/' + s.w() + '/', '/' + s.w().capitalize() + '.html',
          '/' + s.w().capitalize() + '/' + s.w().capitalize() + '.html')


def repositories(s):
    """Repositories on the web: folders and files, and hashes behind actions."""
    common(s)
    re = s.many(lambda: s.slug(1, 2), s.r.randint(7, 25))
    di = s.many(s.w, 5)
    fi = s.many(lambda: s.w() + s.r.choice(['.c', '.h', '.py', '.java', '.txt']), 100)
    b = s.r.choice(['/viewvc/', '/viewvc.cgi/', '/cgi-bin/viewcvs.cgi/', '/svn/', '/websvn/'])
    R = lambda x: (lambda: b + s.pick(re) + x())
    s.get(6, b + '{}/', R(lambda: '/'))
    s.get(7, b + '{}/trunk/{}/{}', R(lambda: f'/trunk/{s.pick(di)}/{s.pick(fi)}'))
    s.get(5, b + '{}/trunk/{}', R(lambda: f'/trunk/{s.pick(fi)}'))
    s.get(3, b + '{}/trunk/', R(lambda: '/trunk/'))
    s.get(3, b + '{}/trunk/{}/', R(lambda: f'/trunk/{s.pick(di)}/')) if s.maybe(.6) else None
    s.get(
        2, b + '{}/tags/{}/',
        R(lambda: f'/tags/{s.r.choice(["v", "release-", ""])}{s.num(0, 3)}.{s.num(0, 9)}/')) if s.maybe(.6) else None
    s.get(2, b + '{}/branches/{}/', R(lambda: f'/branches/{s.w()}/')) if s.maybe(.5) else None
    if s.maybe(.7):
        g = s.r.choice(['/gitweb/', '/git/', '/cgit/'])
        gr = [x + s.r.choice(['.git', '.git', '']) for x in re]
        for a in s.some(['commit', 'commitdiff', 'tree', 'blob', 'shortlog', 'log', 'patch'], 3, 7):
            s.get(3, g + '{}/' + a + '/{}', lambda a=a: f'{g}{s.pick(gr)}/{a}/{s.hexs(40)}')
        s.get(4, g + '{}', lambda: g + s.pick(gr))
        s.get(2, g + '{}/snapshot/{}.tar.gz', lambda: f'{g}{s.pick(gr)}/snapshot/{s.hexs(40)}.tar.gz')
        s.get(3, g + '{}/info/refs', lambda: f'{g}{s.pick(gr)}/info/refs')
        s.get(2, g + '{}/git-upload-pack', lambda: f'{g}{s.pick(gr)}/git-upload-pack', method='POST')
    fixed(s, 2, b, '/static/style.css')
    folder(s, 3, '/static/images/', s.r.choice([4, 9]), s.w, ['.png'])
    s.get(2, '/releases/{}/{}.tar.gz', lambda: (lambda r: f'/releases/{r}/{r}-{s.num(0, 3)}.{s.num(0, 20)}.tar.gz')
          (s.pick(re))) if s.maybe(.5) else None


def board(s):
    """Forum of scripts, with a theme of pictures and a gallery beside it."""
    common(s)
    f = s.r.choice(['/forum/', '/phpBB2/', '/', '/board/', '/community/'])
    fixed(
        s, 20, *[
            f + x + '.php' for x in s.some([
                'viewtopic', 'viewforum', 'index', 'memberlist', 'search', 'posting', 'profile', 'login', 'privmsg',
                'faq', 'viewonline', 'groupcp', 'showthread', 'member'
            ], 6, 13)
        ])
    fixed(s, 3, f + 'posting.php', f + 'login.php', method='POST')
    th = s.w()
    folder(s, 7, f'{f}templates/{th}/images/', s.r.randint(5, 20),
           lambda: s.r.choice(['icon_', 'folder_', '', 'cell']) + s.w(), ['.gif'])
    folder(s, 4, f'{f}templates/{th}/images/lang_english/', s.r.randint(4, 9), s.w, ['.gif']) if s.maybe(.6) else None
    folder(s, 4, f + s.r.choice(['images/smiles/', 'images/smilies/']), s.r.randint(5, 12),
           lambda: s.r.choice(['icon_', '']) + s.w(), ['.gif'])
    s.get(5, f + 'images/avatars/{}',
          lambda: f + 'images/avatars/' + s.hexs(13) + s.r.choice(['.gif', '.jpg', '.png'])) if s.maybe(.7) else None
    fixed(s, 3, f'{f}templates/{th}/{th}.css')
    if s.maybe(.6):
        tp = s.many(lambda: s.slug(2, 5), 200)
        k = s.r.choice(['-t', '-vt', ',t'])
        s.get(8, f + '{}' + k + '{}.html', lambda: (lambda t: f'{f}{t}{k}{hash_(t) * 7}.html')(s.pick(tp)))
        fo = s.many(lambda: s.slug(1, 2), 14)
        s.get(4, f + '{}-f{}.html', lambda: (lambda t: f'{f}{t}-f{hash_(t) % 60}.html')(s.pick(fo)))
    if s.maybe(.7):
        g = s.r.choice(['/gallery2/', '/gallery/', '/photos/'])
        al = s.many(lambda: page_name(s), s.r.randint(8, 30))
        v = s.r.choice(['', 'v/'])
        s.get(4, g + v + '{}/', lambda: f'{g}{v}{s.pick(al)}/')
        s.get(6, g + v + '{}/{}.html',
              lambda: f'{g}{v}{s.pick(al)}/{camera(s)}{s.num(1000, 9999)}{s.r.choice([".jpg", ""])}.html')
        s.get(8, g + 'd/{}/{}', lambda: f'{g}d/{s.num(100, 9000)}-{s.num(1, 3)}/{camera(s)}{s.num(1000, 9999)}.jpg')
        s.get(2, g + 'main.php')


def devserver(s):
    """Application on its development server, and its first deployments."""
    common(s)
    h = s.many(lambda: s.hexs(20), s.r.choice([10, 60]))
    n = s.r.choice(['main', 'main', 'app', 'bundle'])
    s.get(8, f'/{n}.{{}}.hot-update.js', lambda: f'/{n}.{s.pick(h)}.hot-update.js')
    s.get(6, f'/{n}.{{}}.hot-update.json', lambda: f'/{n}.{s.pick(h)}.hot-update.json')
    if s.maybe(.4): s.get(2, f'/{n}.{{}}.hot-update.js.map', lambda: f'/{n}.{s.pick(h)}.hot-update.js.map')
    fixed(
        s, 8, '/static/js/bundle.js',
        *s.some([
            '/manifest.json', '/logo192.png', '/logo512.png', '/static/js/bundle.js.map', '/ws', '/service-worker.js',
            '/static/js/0.chunk.js', '/static/js/main.chunk.js'
        ], 2, 7))
    hs = [s.hexs(8) for _ in range(s.r.choice([3, 10]))]
    for e in ['js/main.{}.js', 'css/main.{}.css', 'js/main.{}.js.map']:
        s.get(4, '/static/' + e, lambda e=e: '/static/' + e.replace('{}', s.pick(hs))) if s.maybe(.7) else None
    im = s.many(s.w, s.r.randint(5, 20))
    s.get(6, '/static/media/{}.{}.{}', lambda:
          f'/static/media/{s.pick(im)}.{s.hexs(20)}.{s.r.choice(["png", "svg", "jpg"])}') if s.maybe(.7) else None
    fixed(s, 5,
          *['/' + x for x in s.some(['login', 'signup', 'dashboard', 'profile', 'about', 'settings', 'home'], 2, 6)])
    folder(s, 6, '/images/', s.r.choice([4, 20]), lambda: page_name(s), ['.png', '.jpg', '.svg'])
    for x in s.some(['posts', 'users', 'products', 'orders', 'comments', 'tasks'], 1, 4):
        b = s.r.choice(['/api/', '/api/v1/', '/']) + x
        ids = [s.hexs(24) if s.maybe(.5) else s.num(1, 900) for _ in range(60)]
        s.get(4, b)
        s.get(2, b, method='POST')
        s.get(5, b + '/{}', lambda b=b, ids=ids: f'{b}/{s.pick(ids)}')
        s.get(2, b + '/{}/' + x[:4] +
              's', lambda b=b, ids=ids, x=x: f'{b}/{s.pick(ids)}/{x[:4]}s') if s.maybe(.4) else None


def mixed_folder(s, weight, base, n, make, ends, index=False):
    """One folder with files of several endings: each ending of pages or texts is a template, pictures are one."""
    by = {}
    for name in s.many(make, n):
        end = s.r.choice(ends)
        by.setdefault('' if end in ('.gif', '.jpg', '.png', '.xbm') else end, []).append(name + end)
    for end, names in sorted(by.items()):
        part = weight * len(names) / n
        if len(names) < (6 if end else 4): fixed(s, part / 2, *[base + x for x in names])
        else: s.get(part, base + '{}' + end, lambda names=names: base + s.pick(names))
    if index: s.get(weight / 3, base)


def owned(s, weight, base, owners, files, ends, depth):
    """Folders of owners, each with pages, texts, pictures and folders of its own side by side."""
    page = s.r.choice(['.html', '.html', '.htm'])
    O = lambda of, some: (lambda: (lambda o: base + o + of(o))(s.pick(some)))
    hot = owners[:max(4, len(owners) // 2)]
    s.get(weight / 2, base + '{}/', O(lambda o: '/', owners))
    s.get(weight, base + '{}/{}' + page, O(lambda o: f'/{s.pick(files[o])}{page}', owners))
    s.get(weight, base + '{}/{}', O(lambda o: f'/{s.pick(files[o])}{s.r.choice([".gif", ".gif", ".jpg"])}', owners))
    for end in ends:
        s.get(weight / 5, base + '{}/{}' + end, O(lambda o, end=end: f'/{s.pick(files[o])}{end}', hot))
    if not depth: return
    sub = {o: s.many(lambda: s.r.choice([s.w(), 'images', 'pics']), s.r.randint(1, 4)) for o in hot}
    s.get(weight / 3, base + '{}/{}/{}' + page, O(lambda o: f'/{s.pick(sub[o])}/{s.pick(files[o])}{page}', hot))
    s.get(weight / 3, base + '{}/{}/{}', O(lambda o: f'/{s.pick(sub[o])}/{s.pick(files[o])}.gif', hot))
    if s.maybe(.5): s.get(weight / 5, base + '{}/{}/', O(lambda o: f'/{s.pick(sub[o])}/', hot))


def customers(s):
    """Provider of the first years: a folder for each customer, users, folders of files with several endings."""
    common(s)
    cu = s.many(lambda: s.r.choice([s.w(), s.w()[:5] + s.w()[:4], s.user()]), s.r.choice([12, 30, 70]))
    files = {o: s.many(lambda: page_name(s), s.r.randint(2, 25)) for o in cu}
    ends = s.some(['.txt', '.wav', '.zip', '.mid', '.au', '.ps'], 0, 3)
    owned(s, 14, s.r.choice(['/pub/', '/mall/', '/biz/', '/home/', f'/{s.w()}/']), cu, files, ends, s.maybe(.6))
    if s.maybe(.7):
        us = s.many(s.user, s.r.choice([15, 50]))
        files = {o: s.many(lambda: page_name(s), s.r.randint(2, 15)) for o in us}
        owned(s, 7, '/~', us, files, s.some(['.txt', '.mid'], 0, 1), s.maybe(.4))
    ends = s.r.choice([['.html'], ['.html', '.txt'], ['.html', '.gif', '.txt'], ['.gif', '.jpg']])
    for i in range(s.r.randint(1, 5)):
        mixed_folder(s, 6 / (1 + i), f'/{s.w()}/', s.r.choice([4, 12, 25, 40]), lambda: page_name(s), ends, s.maybe(.5))
    fixed(s, 7, *['/' + s.w() + '.html' for _ in range(s.r.randint(3, 8))], '/cgi-bin/' + s.w(), '/index.html')


def faculty(s):
    """Faculty: users with folders, departments with few files, courses by term."""
    common(s)
    us = s.many(lambda: s.user()[:8], s.r.choice([25, 60, 110]))
    files = {o: s.many(lambda: page_name(s), s.r.randint(2, 30)) for o in us}
    owned(s, 14, '/~', us, files, s.some(['.txt', '.ps', '.ps.gz', '.pdf', '.tar.gz'], 0, 3), s.maybe(.8))
    for _ in range(s.r.randint(3, 8)):
        base = f'/{s.w()[:6]}/'
        ends = s.r.choice([['.html'], ['.html'], ['.html', '.gif'], ['.html', '.txt', '.ps']])
        mixed_folder(s, 3, base, s.r.choice([2, 4, 9, 20, 40]), lambda: page_name(s), ends, s.maybe(.7))
    de = s.some(['cs', 'ee', 'bio', 'chem', 'hist', 'econ', 'psy', 'lit', 'geo'], 2, 5)
    co = s.many(lambda: s.r.choice(de) + s.num(100, 690), s.r.choice([12, 30]))
    te = s.r.choice([['f95', 's96', 'f96'], ['fall98', 'spring99', 'fall99', 'spring00'], ['ws0102', 'ss02']])
    t = s.maybe(.5)
    C = lambda of: (lambda: f'/courses/{s.pick(co)}/' + (s.pick(te) + '/' if t else '') + of())
    c = '/courses/{}/' + ('{}/' if t else '')
    s.get(5, c, C(lambda: ''))
    w = s.r.choice(['hw', 'assign', 'ps', 'lecture'])
    end = s.r.choice(['.html', '.ps', '.pdf'])
    s.get(5, c + w + '{}' + end, C(lambda: w + s.num(1, 12) + end))
    for x in s.some(['syllabus.html', 'grades.txt', 'schedule.html'], 0, 2): s.get(2, c + x, C(lambda x=x: x))
    fixed(s, 5, '/index.html', *['/' + s.w() + '.html' for _ in range(s.r.randint(2, 6))])
    folder(s, 14, s.r.choice(['/images/', '/icons/', '/gifs/']), s.r.choice([8, 30, 60]), lambda: page_name(s),
           ['.gif'])


def engineer(s):
    """One person's pages: notes, code of several endings, projects with fixed files, slides with a theme."""
    common(s)
    no = s.many(lambda: s.slug(1, 5), s.r.choice([40, 150]))
    n = s.r.choice(['/notes/', '/wiki/', '/writing/', '/til/'])
    e = s.r.choice(['', '.html', '/'])
    s.get(14, n + '{}' + e, lambda: n + s.pick(no) + e)
    po = s.many(lambda: s.slug(2, 6), s.r.choice([30, 120]))
    year = lambda p: 2004 + hash_(p) % 10
    b = s.r.choice(['/log/', '/blog/', '/journal/', '/'])
    s.get(12, b + '{}/{}.html', lambda: (lambda p: f'{b}{year(p)}/{p}.html')(s.pick(po)))
    if s.maybe(.5): s.get(3, b + '{}/', lambda: f'{b}{year(s.pick(po))}/')
    tg = s.many(lambda: s.r.choice([s.w(), s.w() + '+' + s.w(), s.w() + '%20' + s.w()]).replace('%20', ' '), 80)
    s.get(6, '/topics/{}', lambda: '/topics/' + s.pick(tg)) if s.maybe(.6) else None
    pj = s.many(lambda: s.r.choice([s.w(), s.slug(2, 2)]), s.r.choice([7, 18]))
    c = s.r.choice(['/code/', '/projects/', '/software/'])
    s.get(6, c + '{}/', lambda: f'{c}{s.pick(pj)}/')
    for x in s.some(['README', 'ChangeLog', 'INSTALL', 'LICENSE', 'index.html'], 1, 3):
        s.get(3, c + '{}/' + x, lambda x=x: f'{c}{s.pick(pj)}/{x}')
    archives = ['.tar.gz', '.tar.gz', '.zip', '.tar.bz2']
    s.get(5, c + '{}/{}', lambda:
          (lambda p: f'{c}{p}/{p}-{s.num(0, 3)}.{s.num(0, 14)}{s.r.choice(archives)}')(s.pick(pj)))
    for where, ends in s.some([('snippets', ['.sh', '.py', '.pl', '.c', '.rb', '']),
                               ('talks', ['.pdf', '.ppt', '.odp']),
                               ('papers', ['.pdf', '.ps', '.bib']), ('misc', ['.txt', '.conf', '.log', ''])], 1, 3):
        fl = s.many(lambda ends=ends: s.slug(1, 3) + s.r.choice(ends), s.r.choice([8, 16, 35]))
        s.get(4, f'/{where}/{{}}', lambda where=where, fl=fl: f'/{where}/{s.pick(fl)}')
    tk = s.many(lambda: s.slug(1, 3), s.r.choice([5, 9]))
    if s.maybe(.6):
        s.get(3, '/slides/{}/', lambda: f'/slides/{s.pick(tk)}/')
        s.get(5, '/slides/{}/images/{}', lambda: f'/slides/{s.pick(tk)}/images/{s.w()}{s.r.choice([".png", ".jpg"])}')
        for x in s.some(['css/main.css', 'js/slides.js', 'theme/print.css', 'theme/bg.png', 'lib/head.min.js'], 2, 5):
            s.get(1.5, '/slides/{}/' + x, lambda x=x: f'/slides/{s.pick(tk)}/{x}')
    folder(s, 14, s.r.choice(['/img/', '/images/']), s.r.choice([20, 50]), lambda: page_name(s), ['.png', '.jpg'])
    files = ['/cv.html', '/contact.html', '/main.css', '/print.css', '/index.rss', '/feed.atom', '/pgp.txt']
    fixed(s, 5, *s.some(files, 3, 6))


def guesthouse(s):
    """Small business with a content management system: sections and numbered articles, stories, extensions."""
    common(s)
    fixed(s, 14, '/index.php', '/administrator/', '/administrator/index.php')
    s.get(s.r.choice([2, 30]), '/administrator/index.php', method='POST')
    s.get(2, '/index.php', method='POST')
    se = s.many(lambda: s.slug(1, 2), s.r.choice([4, 8, 14]))
    ar = s.many(lambda: s.num(1, 90) + '-' + s.slug(1, 4), s.r.choice([15, 50]))
    b, e = s.r.choice([('/index.php/', ''), ('/', '.html'), ('/en/', '.html'), ('/index.php/', '')])
    s.get(8, b + '{}/{}' + e, lambda: f'{b}{s.pick(se)}/{s.pick(ar)}{e}')
    if b != '/': s.get(5, b + '{}' + e, lambda: f'{b}{s.pick(se)}{e}')
    al = s.many(lambda: s.r.choice([s.w(), s.w() + s.num(2006, 2013)]), s.r.choice([5, 12]))
    s.get(8, '/images/stories/{}/{}', lambda:
          f'/images/stories/{s.pick(al)}/{page_name(s)}{s.r.choice([".jpg", ".jpg", ".png"])}')
    folder(s, 4, '/images/stories/', s.r.choice([5, 14, 30]), lambda: page_name(s), ['.jpg', '.gif'])
    g = s.w()
    if s.maybe(.5):
        s.get(7, f'/images/{g}/{{}}/thumbs/{{}}', lambda: f'/images/{g}/{s.pick(al)}/thumbs/thumb_{page_name(s)}.jpg')
    th = s.w()
    folder(s, 6, f'/templates/{th}/images/', s.r.choice([5, 18]), lambda: page_name(s), ['.png', '.gif', '.jpg'])
    fixed(s, 7, *[f'/templates/{th}/css/{x}.css' for x in s.some(['template', 'layout', 'general', 'print'], 2, 4)],
          *['/media/system/js/' + x for x in s.some(['mootools.js', 'core.js', 'caption.js', 'modal.js'], 1, 4)],
          *[f'/modules/mod_{s.w()}/tmpl/{s.w()}.{s.r.choice(["css", "js"])}' for _ in range(s.r.randint(0, 4))])
    folder(s, 4, f'/modules/mod_{g}/images/', s.r.choice([4, 7]), s.w, ['.png', '.gif'])
    if s.maybe(.5): s.get(2, '/component/content/article/{}', lambda: '/component/content/article/' + s.pick(ar))
    if s.maybe(.5): s.get(1.5, '/component/' + s.r.choice(['mailto', 'users', 'search']) + '/')


def filters(s):
    """Shop whose departments stand at the root beside its own pages, with filters in paths and a mobile twin."""
    common(s)
    dp = s.many(lambda: s.slug(1, 2), s.r.choice([6, 9, 14, 25]))
    pr = s.many(lambda: s.slug(2, 6), s.r.choice([80, 200, 400]))
    own = ['cart', 'login', 'register', 'wishlist', 'checkout', 'contact-us', 'about-us', 'faq', 'search', 'blog',
           'account', 'terms', 'privacy', 'stores', 'help', 'compare', 'sitemap', 'delivery', 'returns', 'brands']
    fixed(s, 8, *['/' + x for x in s.some(own, 3, 12)])
    m = s.r.choice([['', '/m'], ['']])
    k = s.r.choice(['', '/c', '/category', ''])
    for i, x in enumerate(m):
        s.get(9 / (1 + i), f'{x}{k}/{{}}', lambda x=x: f'{x}{k}/{s.pick(dp)}')
    make = lambda: s.r.choice([
        f'color-{s.r.choice(["red", "blue", "black"])}', f'brand-{s.w()}', f'price-{s.num(1, 9)}0-{s.num(10, 30)}0',
        f'{s.num(1, 30)}|{s.num(1, 40)}', f'p{s.num(1, 80)}', f'b{s.num(1, 700)}'
    ])
    f = s.r.choice(['{}/filter/{}', 'filter/{}', '{}/f/{}'])
    s.get(8, '/' + f, lambda: '/' + f.replace('{}', s.pick(dp), f.count('{}') - 1).replace('{}', make()))
    p = s.r.choice(['/p/', '/product/', '/item/'])
    t = s.r.choice([0, 1, 2])
    item = lambda a: [f'{hash_(a) * 7}/{a}', f'{hash_(a) * 7}-{a}.html', a][t]
    for i, x in enumerate(m):
        s.get(14 / (1 + i), x + p + ['{}/{}', '{}-{}.html', '{}'][t], lambda x=x: x + p + item(s.pick(pr)))
    br = s.many(lambda: s.w().capitalize(), s.r.choice([8, 30]))
    if s.maybe(.7): s.get(4, '/brand/{}', lambda: '/brand/' + s.pick(br))
    sizes = ['120x120', '300x300', '60x60', '800x800']
    z = s.maybe(.5)
    s.get(20, '/media/{}/{}' if z else '/media/{}',
          lambda: '/media/' + (s.r.choice(sizes) + '/' if z else '') + f'{s.num(100, 9999)}_{s.num(1, 4)}.jpg')
    folder(s, 4, '/static/img/', s.r.choice([4, 16]), lambda: page_name(s), ['.png', '.svg', '.jpg'])
    own = ['css/shop.css', 'js/shop.js', 'js/vendor.js', 'fonts/icons.woff']
    fixed(s, 6, *['/static/' + x for x in s.some(own, 2, 4)])
    for x in s.some(['cart', 'price', 'suggest', 'compare'], 1, 3):
        s.get(2.5, '/ajax/' + x, method=s.r.choice(['GET', 'POST']))
    if s.maybe(.6): s.get(3, '/ajax/reviews/{}', lambda: f'/ajax/reviews/{s.num(100, 9999)}')


def tracker(s):
    """Tickets of several projects, documents by version, nightly builds."""
    common(s)
    for i, p in enumerate(s.some([s.w() for _ in range(4)], 1, 3)):
        b, a = '/' + p, 1 / (1 + i)
        pg = s.many(s.camel, s.r.choice([15, 50]))
        di, fi = s.many(s.w, 6), s.many(lambda: s.w() + s.r.choice(['.cpp', '.h', '.py', '.txt', '.c']), 50)
        s.get(5 * a, b + '/wiki/{}', lambda b=b, pg=pg: f'{b}/wiki/{s.pick(pg)}')
        s.get(8 * a, b + '/ticket/{}', lambda b=b: f'{b}/ticket/{s.num(1, 1900)}')
        s.get(6 * a, b + '/changeset/{}', lambda b=b: f'{b}/changeset/{s.num(1, 7000)}')
        s.get(4 * a, b + '/browser/trunk/{}/{}',
              lambda b=b, di=di, fi=fi: f'{b}/browser/trunk/{s.pick(di)}/{s.pick(fi)}')
        if s.maybe(.6): s.get(2 * a, b + '/browser/trunk/{}', lambda b=b, di=di: f'{b}/browser/trunk/{s.pick(di)}')
        if s.maybe(.5):
            s.get(2 * a, b + '/log/trunk/{}/{}', lambda b=b, di=di, fi=fi: f'{b}/log/trunk/{s.pick(di)}/{s.pick(fi)}')
        s.get(1.5 * a, b + '/report/{}', lambda b=b: f'{b}/report/{s.num(1, 12)}')
        if s.maybe(.7): s.get(1.5 * a, b + '/milestone/{}', lambda b=b: f'{b}/milestone/{s.num(0, 3)}.{s.num(0, 9)}')
        if s.maybe(.7):
            s.get(2 * a, b + '/attachment/ticket/{}/{}',
                  lambda b=b: f'{b}/attachment/ticket/{s.num(1, 1900)}/{s.slug(1, 2)}{s.r.choice([".patch", ".diff"])}')
        own = ['wiki', 'timeline', 'roadmap', 'browser', 'report', 'query', 'search', 'newticket', 'login']
        fixed(s, 4 * a, *[f'{b}/{x}' for x in s.some(own, 4, 9)])
        own = ['css/trac.css', 'css/wiki.css', 'js/trac.js']
        fixed(s, 2 * a, *[f'{b}/chrome/common/{x}' for x in s.some(own, 1, 3)])
        folder(s, 2 * a, b + '/chrome/common/', s.r.choice([4, 7]), s.w, ['.png'])
    vs = s.some(['1.3', '1.4', '1.5', '2.0', 'trunk', 'latest', 'stable'], 2, 5)
    d = s.r.choice(['/doxygen/', '/docs/', '/api/', '/manual/'])
    kl = s.many(lambda: s.r.choice(['class' + s.camel(), s.w() + '_8h', s.w(), s.slug(2, 2)]), s.r.choice([30, 90]))
    s.get(9, d + '{}/{}.html', lambda: f'{d}{s.pick(vs)}/{s.pick(kl)}.html')
    if s.maybe(.5): s.get(4, d + '{}/{}', lambda: f'{d}{s.pick(vs)}/{s.pick(kl)}__graph.png')
    fixed_files = [
        'index.html', 'genindex.html', 'files.html', 'doxygen.css', 'tabs.css', 'search.html', 'objects.inv',
        '_static/basic.css', '_static/doctools.js', 'searchindex.js'
    ]
    for x in s.some(fixed_files, 2, 7):
        s.get(1.3, d + '{}/' + x, lambda x=x: f'{d}{s.pick(vs)}/{x}')
    if s.maybe(.5):
        p = s.w()
        s.get(4, '/nightly/{}/{}', lambda: f'/nightly/{s.num(2009, 2012)}-{s.num(10, 12)}-{s.num(10, 28)}/{p}-'
              + s.r.choice(['win32.zip', 'linux.tar.gz', 'mac.dmg']))


def lists(s):
    """Archives of mailing lists by month, with indexes and attachments, and downloads."""
    common(s)
    ls = s.many(lambda: s.w() + s.r.choice(['', '', '-users', '-devel', '-l']), s.r.choice([4, 9, 20]))
    b = s.r.choice(['/archive/html/', '/archives/', '/lists/', '/mail/'])
    mo = s.r.choice([lambda: f'{s.num(1998, 2008)}-{s.num(10, 12)}', lambda: f'{s.num(1998, 2008)}0{s.num(1, 9)}'])
    flat = s.maybe(.3)
    L = lambda of: (lambda: f'{b}{s.pick(ls)}/' + ('' if flat else mo() + '/') + of())
    t = b + '{}/' + ('' if flat else '{}/')
    s.get(18, t + 'msg{}.html', L(lambda: 'msg' + s.num(1, 400).zfill(5) + '.html'))
    for x in s.some(['index', 'threads', 'maillist', 'author'], 1, 3):
        s.get(4, t + x + '.html', L(lambda x=x: x + '.html'))
    if not flat: s.get(4, b + '{}/', lambda: f'{b}{s.pick(ls)}/')
    s.get(5, '/mailman/listinfo/{}', lambda: '/mailman/listinfo/' + s.pick(ls)) if s.maybe(.7) else None
    if s.maybe(.5):
        day = lambda: f'{s.num(2001, 2009)}0{s.num(101, 928)}'
        end = ['.bin', '.html', '-0001.bin']
        s.get(2, b + '{}/attachments/{}/{}/{}',
              lambda: f'{b}{s.pick(ls)}/attachments/{day()}/{s.hexs(8)}/attachment{s.r.choice(end)}')
    fixed(s, 3, b, '/about.html', *s.some(['/mailman/listinfo', '/mhonarc.css', '/search.html'], 0, 3))
    pj = s.many(s.w, s.r.choice([6, 14]))
    s.get(6, '/ftp/{}/{}', lambda: (lambda p: f'/ftp/{p}/{p}-{s.num(0, 4)}.{s.num(0, 9)}'
                                    + s.r.choice(['.tar.gz', '.tar.gz', '.zip']))(s.pick(pj)))
    s.get(3, '/ftp/{}/', lambda: f'/ftp/{s.pick(pj)}/')
    folder(s, 3, '/icons/', s.r.choice([4, 6]), s.w, ['.png', '.gif', '.jpg'])


def sort_of(s):
    """A function that draws values of one sort, as the folders of a collection are called."""
    pre = s.w()[:s.r.randint(2, 5)] + s.r.choice(['', '-', '_'])
    return s.r.choice([
        s.w,
        s.w,
        s.user,
        lambda: s.slug(1, 3),
        lambda: s.slug(2, 6),
        lambda: '_'.join(s.words(s.r.randint(1, 3))),
        s.camel,
        lambda: s.w().capitalize(),
        lambda: pre + s.num(1, 120),
        lambda: s.num(1, 9000),
        lambda: s.num(1996, 2014),
        lambda: s.num(2000, 2012) + '-' + s.num(1, 12).zfill(2),
        lambda: s.num(0, 4) + '.' + s.num(0, 12),
        lambda: s.w()[:4] + s.w()[:4],
        lambda: s.w() + s.num(1, 30),
        lambda: s.w() + s.r.choice(['-dev', '-users', '', '', '2', '_old']),
        lambda: s.hexs(s.hex),
        lambda: s.w().upper()[:s.r.randint(2, 8)],
        lambda: s.r.choice(CATS + PLACES + SOFT),
    ])


def leaf_of(s):
    """A function that draws names of files or pages of one sort."""
    pre = s.w()[:s.r.randint(1, 6)]
    return s.r.choice([
        s.w,
        lambda: page_name(s),
        lambda: page_name(s),
        lambda: s.slug(1, 5),
        lambda: '_'.join(s.words(s.r.randint(1, 4))),
        s.camel,
        lambda: pre + s.num(1, 400),
        lambda: pre + '_' + s.num(1, 60).zfill(2),
        lambda: s.num(1, 9000),
        lambda: s.num(1, 400).zfill(5),
        lambda: s.num(1999, 2012) + s.num(1, 12).zfill(2) + s.num(1, 28).zfill(2),
        lambda: s.w().capitalize() + s.r.choice(['', '', '.' + s.w().capitalize()]),
        lambda: s.slug(1, 4) + '-' + s.num(1, 9000),
        lambda: s.hexs(s.hex),
    ])


def collection(s, weight, base):
    """A folder of things: folders in folders, with what every thing has, and what is its own."""
    depth = s.r.choice([1, 1, 1, 2, 2, 3])
    tops = s.many(sort_of(s), s.r.choice([6, 7, 9, 12, 20, 45, 100]))
    sorts = [sort_of(s) for _ in range(depth)]
    most = s.r.choice([2, 4, 12])
    below = {}

    def things(path, level):
        names = tops if level == 0 else below.setdefault(path, s.many(sorts[level], s.r.randint(1, most)))
        path += s.pick(names) + '/'
        return path if level == depth - 1 else things(path, level + 1)

    index = s.r.choice([0, 0, 0, 0, 1, 2])
    if index:
        # Folders named after how the names in them begin: /a/apt/, /A/AB/ABLE/.
        depth = 1
        things = lambda path, level: (lambda x: path + ''.join(x[:k] + '/' for k in range(1, index + 1)) + x + '/')(
            s.pick(tops))
    t = base + '{}/' * (depth + index)
    one = lambda: things(base, 0)
    page = s.r.choice(['.html', '.html', '.htm', '.php', '', '', '/', '.shtml'])
    if s.maybe(.7): s.get(weight / 3, t, one)
    if s.maybe(.5) and depth > 1: s.get(weight / 5, base + '{}/', lambda: base + s.pick(tops) + '/')
    own = leaf_of(s)
    kept = s.maybe(.6)
    files = {}

    def name(path):
        return s.pick(files.setdefault(path, s.many(own, s.r.choice([2, 4, 8, 20])))) if kept else own()

    if s.maybe(.75): s.get(weight, t + '{}' + page, lambda: (lambda p: p + name(p) + page)(one()))
    if s.maybe(.4):
        pictures = s.r.choice([['.gif'], ['.jpg'], ['.gif', '.jpg'], ['.png', '.jpg']])
        s.get(weight / 2, t + '{}', lambda: (lambda p: p + name(p) + s.r.choice(pictures))(one())) if page else None
    for end in s.some(['.txt', '.pdf', '.zip', '.tar.gz', '.mid', '.xml', '.json', '.ps', '.mp3'], 0, 2):
        if s.maybe(.4): s.get(weight / 6, t + '{}' + end, lambda end=end: (lambda p: p + name(p) + end)(one()))
    # What recurs below the things.
    parts = [s.w() for _ in range(6)] + ['index', 'main', 'feed', 'view', 'log', 'tree', 'about', 'print', 'edit']
    for part in s.some(parts, 0, s.r.choice([1, 3, 8])):
        end = s.r.choice(['', '/', page, '.html', '.css', '.js', '.txt', '.gif'])
        s.get(weight * s.r.uniform(.1, .5), t + part + end, lambda part=part, end=end: one() + part + end)
    for part in s.some(['images', 'docs', 'news', 'src', 'tree', 'raw', 'log', s.w(), s.w()], 0, s.r.choice([0, 1, 2, 4])):
        end = s.r.choice(['', '.html', '.gif', '.jpg', '.txt', page])
        of = leaf_of(s)
        s.get(weight * s.r.uniform(.1, .5), f'{t}{part}/{{}}' + ('' if end in ('.gif', '.jpg') else end),
              lambda part=part, end=end, of=of: f'{one()}{part}/{of()}{end}')
        if s.maybe(.3): s.get(weight / 6, f'{t}{part}/', lambda part=part: f'{one()}{part}/')
    if depth == 1 and not index and s.maybe(.3):
        before, after = s.r.choice([('', ''), (s.w() + '-', ''), ('', '-' + s.w()), ('', '_' + s.w()[:3])])
        end = s.r.choice(['.html', '.gif', '.jpg', '.txt', '.zip'])
        s.get(weight / 2, f'{t}{before}{{}}{after}{end}',
              lambda: (lambda x: f'{base}{x}/{before}{x}{after}{end}')(s.pick(tops)))


def dated(s, weight, base):
    """Pages by year and month or day, with the lists of them, and what follows every page."""
    level = s.r.choice([1, 2, 2, 3])
    titles = s.many(s.r.choice([lambda: s.slug(1, 7), lambda: '_'.join(s.words(s.r.randint(1, 5))), leaf_of(s)]),
                    s.r.choice([30, 90, 250]))
    when = {x: [s.num(1998, 2013), s.num(1, 12).zfill(2), s.num(1, 28).zfill(2)] for x in titles}
    end = s.r.choice(['.html', '.html', '/', '', '.php'])
    sign = s.r.choice(['/', '/', '/', '-'])
    date = lambda x, k: sign.join(when[x][:k])
    t = base + sign.join(['{}'] * level) if sign == '/' else base + '{}'
    s.get(weight, f'{t}/{{}}{end}', lambda: (lambda x: f'{base}{date(x, level)}/{x}{end}')(s.pick(titles)))
    for k in range(1, level + 1):
        if sign == '/' and s.maybe(.7):
            last = s.r.choice(['/', '/', '/index.html'])
            s.get(weight / 6, base + '{}/' * (k - 1) + '{}' + last,
                  lambda k=k, last=last: base + date(s.pick(titles), k) + last)
    if end == '/':
        for part in s.some(['feed/', 'trackback/', 'amp/', 'embed/', s.w() + '/'], 0, 3):
            s.get(weight / 8, f'{t}/{{}}/{part}', lambda part=part:
                  (lambda x: f'{base}{date(x, level)}/{x}/{part}')(s.pick(titles)))
    if s.maybe(.4):
        s.get(weight / 3, t + '/{}', lambda: (lambda x: f'{base}{date(x, level)}/{s.w()}{s.r.choice([".jpg", ".png"])}')
              (s.pick(titles))) if end not in ('', ) else None


def numbered(s, weight, base):
    """Pages whose names are words around numbers, as forums and shops call them."""
    end = s.r.choice(['.html', '.html', '.htm', '.php', ''])
    word = s.w()
    for _ in range(s.r.randint(1, 4)):
        word = s.w()[:7]
        sign = s.r.choice(['-', '_', ''])
        many = s.r.choice([40, 900, 90000])
        s.get(weight / 2, f'{base}{word}{sign}{{}}{end}',
              lambda w=word, sign=sign, many=many: f'{base}{w}{sign}{s.num(1, many)}{end}')
    if s.maybe(.4):
        s.get(weight / 3, f'{base}{{}}-{word[:1]}{{}}{end}',
              lambda: f'{base}{s.slug(1, 5)}-{word[:1]}{s.num(1, 9000)}{end}')
    fixed(s, weight / 3, *[base + s.w() + end for _ in range(s.r.randint(0, 4))])


def sized(s, weight, base):
    """Pictures by size, or sizes of pictures."""
    sizes = s.some(['100x100', '200x200', '640x480', '64x64', '300x200', '1024x768', '32x32', '500x500'], 6, 8)
    ids = s.many(sort_of(s), s.r.choice([20, 90, 300]))
    if s.maybe(.5):
        s.get(weight, base + '{}/{}', lambda: f'{base}{s.r.choice(sizes)}/{s.pick(ids)}.jpg')
    else:
        for part in s.some([s.w(), s.w(), s.w(), s.w()], 1, 4):
            s.get(weight / 2, f'{base}{{}}/{part}/{{}}', lambda part=part: f'{base}{s.pick(ids)}/{part}/{s.r.choice(sizes)}')
        if s.maybe(.6): s.get(weight / 2, base + '{}', lambda: base + s.pick(ids))


def plain(s, weight, base):
    """A folder with pages, pictures and files of its own."""
    page = s.r.choice(['.html', '.html', '.htm', '.php', '.shtml'])
    ends = s.r.choice([[page], [page, '.gif'], [page, page, '.gif', '.jpg'], [page, '.txt'], ['.gif', '.jpg'],
                       [page, page, '.pdf'], [page, '.gif', '.zip'], ['.pdf', '.pdf', '.txt']])
    mixed_folder(s, weight, base, s.r.choice([2, 3, 5, 8, 14, 30, 70]), leaf_of(s), ends, s.maybe(.6))
    if s.maybe(.4):
        folder(s, weight / 2, base + s.r.choice(['images/', 'img/', 'gifs/', s.w() + '/']), s.r.choice([3, 4, 8, 25]),
               lambda: page_name(s), s.r.choice([['.gif'], ['.gif', '.jpg'], ['.png', '.jpg']]))


def bare(s, weight, base):
    """Pages without an ending below a folder, with actions behind them or verbs before them."""
    pages = s.many(s.r.choice([lambda: s.slug(1, 6), s.camel, s.title, s.w, lambda: s.user()]), s.r.choice([9, 30, 200]))
    s.get(weight, base + '{}', lambda: base + s.pick(pages))
    for part in s.some(['edit', 'history', 'page', 'comments', 'feed', s.w(), s.w()], 0, 3):
        if part == 'page': s.get(weight / 6, base + '{}/page/{}', lambda: f'{base}{s.pick(pages)}/page/{s.num(2, 30)}')
        else: s.get(weight / 6, f'{base}{{}}/{part}', lambda part=part: f'{base}{s.pick(pages)}/{part}')
    if s.maybe(.4):
        sub = {x: s.many(s.r.choice([s.w, lambda: s.slug(1, 4), s.camel]), s.r.choice([1, 3, 8])) for x in pages[:20]}
        s.get(weight / 2, base + '{}/{}', lambda: (lambda x: f'{base}{x}/{s.pick(sub[x])}')(s.pick(pages[:20])))


def medley(s):
    """Site of parts that are drawn with all their details: no two of them are of one kind."""
    s.get(s.r.choice([2, 8, 14]), '/')
    if s.maybe(.8): s.get(1, '/robots.txt')
    if s.maybe(.6): s.get(1, '/favicon.ico')
    s.hex = s.r.choice([8, 16, 20, 32, 40])
    page = s.r.choice(['.html', '.html', '.htm', '.php', '', '/'])
    fixed(s, 8, *['/' + x + page for x in s.some(STATIC + [s.w() for _ in range(6)], 1, s.r.choice([3, 5, 10]))])
    if s.maybe(.7):
        base = s.r.choice(['/', '/css/', '/static/', '/assets/', f'/{s.w()}/'])
        fixed(s, 6, *[base + x for x in s.some(['style.css', 'main.css', 'print.css', 'main.js', 'jquery.js', 'app.js'], 1, 4)])
    if s.maybe(.8):
        folder(s, s.r.choice([4, 12, 30]), s.r.choice(['/images/', '/img/', '/icons/', '/gfx/', f'/{s.w()}/images/']),
               s.r.choice([4, 8, 20, 60]), lambda: page_name(s), s.r.choice([['.gif'], ['.png', '.jpg'], ['.gif', '.jpg']]))
    used = s.many(lambda: s.r.choice([s.w(), s.w(), s.w() + '-' + s.w(), s.w().capitalize(), s.w()[:4]]), 12)
    sort = [collection, collection, collection, dated, numbered, sized, plain, plain, bare, bare]
    whole = s.r.choice(['', '', '', '', f'/{s.w()}', '/index.php', f'/cgi-bin/{s.w()}.cgi'])
    for i in range(s.r.randint(2, 7)):
        base = f'{whole}/{used[i]}/'
        if s.maybe(.25): base += s.w() + '/'
        if i == 0 and s.maybe(.25): base = whole + '/'
        s.r.choice(sort)(s, 20 / (1 + i)**s.r.choice([0, .5, 1]), base)
    if s.maybe(.4): fixed(s, 3, *[f'/cgi-bin/{s.w()[:7]}{s.r.choice([".pl", ".cgi", ""])}' for _ in range(s.r.randint(1, 4))])
    if s.maybe(.3): fixed(s, 3, f'{whole}/{used[8]}', method='POST')


SITES = [
    wiki_path, wiki_script, twiki, moin, trac, dokuwiki, blog_day, blog_month, blog_root, jekyll, movabletype, agency,
    homes, folders, photos, mirror, forum, shop, docs, drupal, news, pipermail, gitweb, tree, series, locked_wiki,
    root_shop, languages, weblog, namespaces, ministry, repositories, board, devserver, customers, faculty,
    engineer, guesthouse, filters, tracker, lists
]

# By name: the kinds, and sites that are of none.
KINDS = {kind.__name__: kind for kind in SITES} | {f'medley{i}': medley for i in range(1, 13)}


def write(out, name, requests, labels):
    for folder in ('requests', 'labels'):
        os.makedirs(f'{out}/{folder}', exist_ok=True)
    with open(f'{out}/requests/{name}.tsv', 'w') as file:
        file.writelines(f'{m}\t{p}\t{status}\n' for m, p, status in requests)
    with open(f'{out}/labels/{name}.tsv', 'w') as file:
        file.writelines(f'{m}\t{p}\t{t}\t{n}\n' for (m, p), (t, n) in labels.items())


def label(requests, labels):
    """Counts requests by method and path. Of two templates of one path, the literal one names it."""
    for method, path, template, _ in requests:
        known = labels.setdefault((method, path), [template, 0])
        if known[0] != template and ('{' not in template or known[0] == '-'):
            known[0] = template
        known[1] += 1


def specs(folder, site, name, words):
    """Writes the templates of a site that have no drawn word."""
    drawn = set(words) - {'css', 'js', 'main', 'style', 'theme'}
    fixed = [[m, t] for _, m, t, _, _ in site.t if not drawn & {w.lower() for w in re.findall('[A-Za-z]+', t)}]
    os.makedirs(folder, exist_ok=True)
    with open(f'{folder}/{name}.json', 'w') as file:
        json.dump({'api': name, 'vendor': 'site ' + name, 'params': [], 'endpoints': fixed}, file)


def mixed(corpus, name, vocabulary):
    site = Site('spa-' + name, os.path.basename(corpus), vocabulary)
    spa(site)
    share = site.r.uniform(.12, .8)
    requests, labels = [], {}
    with open(f'{corpus}/requests/{name}.tsv') as file:
        requests += [tuple(line.rstrip('\n').split('\t')) for line in file]
    with open(f'{corpus}/labels/{name}.tsv') as file:
        for line in file:
            m, p, t, n = line.rstrip('\n').split('\t')
            labels[(m, p)] = [t, int(n)]
    own = set(labels)
    front = [r for r in site.requests(int(len(requests) * share / (1 - share))) if (r[0], r[1]) not in own]
    label(front, labels)
    requests += [(m, p, status) for m, p, _, status in front]
    site.r.shuffle(requests)
    return requests, labels


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ('--vocab', '--out'):
        parser.add_argument(option, required=True)
    for option in ('--specs', '--mix'):
        parser.add_argument(option)
    parser.add_argument('--seed', default='1')
    parser.add_argument('--n', type=int, default=6000, help='requests of a site')
    options = parser.parse_args()
    with open(options.vocab) as file:
        vocabulary = json.load(file)
    if options.mix:
        names = sorted(os.path.basename(each)[:-4] for each in glob.glob(options.mix + '/labels/*.tsv'))
        for name in names[2::5]:
            write(options.out, name, *mixed(options.mix, name, vocabulary))
        return
    for name, kind in KINDS.items():
        site = Site(name, options.seed, vocabulary)
        kind(site)
        requests, labels = site.requests(options.n), {}
        label(requests, labels)
        write(options.out, name, [(m, p, status) for m, p, _, status in requests], labels)
        if options.specs:
            specs(options.specs, site, name, vocabulary['words'])


if __name__ == '__main__': main()
