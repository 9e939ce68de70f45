"""How an HTML page looks on a screen and on paper: one sheet of styles, held by the page itself."""

from app.exporters.page_styles import Colours

_COLOURS = Colours()

STYLE = f"""
:root {{ --text: {_COLOURS.text}; --secondary: {_COLOURS.secondary}; --accent: {_COLOURS.accent};
  --dark: {_COLOURS.accent_dark}; --line: {_COLOURS.line}; --surface: {_COLOURS.surface}; --band: {_COLOURS.band};
  --danger: {_COLOURS.danger}; --danger-ground: {_COLOURS.danger_ground}; --indent: 3.25rem; }}
* {{ box-sizing: border-box; }}
html {{ color: var(--text); background: #fff; font: 1.0625rem/1.5 "Source Sans Pro", "Source Sans 3", Arial, sans-serif;
  overflow-wrap: break-word; }}
body {{ max-width: 50rem; margin: 0 auto; padding: 0 1.5rem 4rem; }}
.skip {{ position: absolute; left: -100vw; padding: .75rem 1rem; }}
.skip:focus {{ left: 0; top: 0; }}
header {{ padding-top: 4rem; }}
header::before {{ content: ""; display: block; width: 5.5rem; height: .5rem; background: var(--accent); }}
h1, h2 {{ color: var(--dark); }}
h1, h2, h3 {{ line-height: 1.25; break-after: avoid; white-space: pre-wrap; }}
h1 {{ margin: 1.5rem 0 .75rem; font-size: 2.5rem; }}
h2 {{ margin: 2.5rem 0 .75rem; font-size: 1.3125rem; }}
h3 {{ margin: 1.75rem 0 .5rem; font-size: 1.0625rem; }}
h2 .number, h3 .number {{ margin-right: .375em; }}
p {{ margin: .625rem 0; }}
.words, .name, .subtitle, dd, th, td, caption {{ white-space: pre-wrap; }}
.name {{ margin: 0; font-size: 1.375rem; }}
.subtitle {{ margin: .25rem 0 2rem; color: var(--secondary); }}
.status {{ display: inline-block; margin: 0 0 3rem; padding: .25rem .875rem; border: 2px solid; border-radius: .25rem;
  color: var(--danger); font-weight: 700; }}
.final {{ color: var(--dark); }}
.caution {{ margin: -2rem 0 3rem; font-weight: 700; }}
.control h2 {{ margin: 0; padding: .5rem .625rem; background: var(--band); color: var(--text); font-size: .9375rem; }}
.control dl {{ display: grid; grid-template-columns: 1fr 1fr; }}
dl {{ margin: 0; font-size: .9375rem; line-height: 1.35; }}
.control dl > div {{ display: grid; grid-template-columns: 2fr 3fr; border-bottom: 1px solid var(--line); }}
.control dt, .control dd {{ margin: 0; padding: .5rem .625rem; }}
ol, ul {{ margin: 0; padding: 0; }}
ol, .contents ul {{ list-style-type: ""; }}
li {{ margin: .5rem 0; }}
.contents li {{ margin: .1875rem 0; }}
.contents ul {{ margin-left: 2.25rem; }}
.contents .number {{ display: inline-block; min-width: 1.75rem; margin-right: .5rem; }}
.contents a {{ text-decoration: none; }}
.contents a:hover {{ text-decoration: underline; }}
.clause, ol.items > li {{ padding-left: var(--indent); }}
.clause > .number, ol.items > li > .number {{ display: inline-block; min-width: var(--indent);
  margin-left: calc(-1 * var(--indent)); }}
ul.items > li {{ margin-left: 1.125rem; }}
.depth-1 {{ margin-left: var(--indent); }}
.depth-2 {{ margin-left: calc(2 * var(--indent)); }}
li > .depth-1, li > .depth-2 {{ margin-left: 0; }}
.clause {{ break-inside: avoid-page; }}
.leads {{ break-after: avoid; }}
.scroll {{ overflow-x: auto; }}
table {{ width: 100%; margin: 1rem 0 1.5rem; border-collapse: collapse; font-size: .9375rem; line-height: 1.35; }}
caption {{ padding-bottom: .5rem; text-align: left; font-weight: 700; break-after: avoid; }}
th, td {{ padding: .4375rem .625rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top;
  font-weight: 400; }}
thead th {{ background: var(--band); font-weight: 700; vertical-align: bottom; }}
.figure {{ text-align: right; }}
.total > * {{ background: var(--surface); font-weight: 700; }}
tr {{ break-inside: avoid; }}
.gap {{ padding: 0 .125em; background: var(--danger-ground); color: var(--danger);
  text-decoration: underline dotted 2px; text-underline-offset: .25em; }}
.gap a {{ color: inherit; text-decoration: inherit; text-underline-offset: inherit; }}
.suggestion {{ border-bottom: 2px dotted var(--accent); }}
.signature {{ margin: 1rem 0; padding: .75rem 1rem 1.25rem; border: 1px solid var(--line); break-inside: avoid; }}
.signature p {{ margin: 0; font-size: .9375rem; }}
.signature .party {{ font-size: 1.0625rem; font-weight: 700; }}
.signature dl {{ display: grid; grid-template-columns: 1fr 1fr; column-gap: 1.75rem; }}
.signature dl > div {{ display: grid; grid-template-columns: 1fr 3fr; align-items: end; min-height: 2.5rem; }}
.signature dt {{ color: var(--secondary); font-size: .8125rem; }}
.signature dd {{ min-height: 1.75rem; margin: 0; padding: .25rem .25rem 0; border-bottom: 1px solid var(--secondary); }}
footer {{ margin-top: 3rem; padding-top: .5rem; border-top: 1px solid var(--line); color: var(--secondary);
  font-size: .875rem; }}
a {{ color: var(--accent); }}
a:focus-visible, .scroll:focus-visible {{ outline: 3px solid var(--text); outline-offset: 2px; background: #ffeb3b;
  color: var(--text); }}
:target {{ scroll-margin-top: 1rem; box-shadow: -.5rem 0 0 0 #fff, -.75rem 0 0 0 var(--accent); }}
@media (min-width: 40rem) {{ .open-points td:last-child {{ min-width: 7.5rem; }} }}
@media (max-width: 40rem) {{
  :root {{ --indent: 2.5rem; }}
  .control dl, .signature dl {{ grid-template-columns: 1fr; }}
  .scroll table {{ min-width: 40rem; }}
}}
@media print {{
  @page {{ size: A4; margin: 20mm 20mm 22mm;
    @bottom-right {{ content: "Page " counter(page) " of " counter(pages); font-size: 8.5pt; }} }}
  html {{ font-size: 10.5pt; }}
  body {{ max-width: none; padding: 0; }}
  .skip, footer {{ display: none; }}
  nav, main, .open-points, .starts-page {{ break-before: page; }}
  main > h2:first-child {{ margin-top: 0; }}
  a {{ color: inherit; text-decoration: none; }}
}}
"""
