/** The style sheet of the page: A4 on its side, in black on white, that fits whatever it holds. */
export const stylesheet = `
@page { size: A4 landscape; margin: 12mm }
* { box-sizing: border-box }
body { margin: 0; color: #111; background: #fff; font: 8pt/1.3 Arial, "Liberation Sans", Helvetica, sans-serif }
.page { width: 273mm; height: 185mm; overflow: hidden; display: flex; flex-direction: column; gap: 3mm }
h1 { margin: 0 0 1mm; font-size: 15pt; line-height: 1.15 }
h1, header p { white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
header { border-bottom: 0.5mm solid #111; padding-bottom: 1.5mm }
header p { margin: 0 }
.beside { display: grid; grid-template-columns: 83mm 186mm; gap: 4mm; align-items: start }
.beside, .alone { min-height: 0; overflow: hidden }
.charts { display: grid; gap: 3mm }
.charts, figure { min-width: 0 }
figure { margin: 0 }
figcaption { font-weight: bold; margin-bottom: 0.5mm }
svg { display: block; width: 100% }
svg text { font-size: 10.5px; fill: #111 }
figcaption { white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
table { border-collapse: collapse; width: 100%; position: relative; font-size: 7.5pt; line-height: 1.2 }
caption { position: absolute; left: -9999px }
th, td { padding: 0.5mm 1mm; text-align: left; border-bottom: 0.15mm solid #999; max-width: 40mm }
td, tbody th { white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
tbody th { font-weight: normal; max-width: 30mm }
thead span { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 5; overflow: hidden }
thead th { vertical-align: bottom; border-bottom: 0.4mm solid #111; hyphens: auto; overflow-wrap: break-word }
.number { text-align: right; font-variant-numeric: tabular-nums }
.region td, .region th { font-weight: bold }
footer { margin-top: auto; border-top: 0.15mm solid #999; padding-top: 1.5mm; font-size: 7pt }
footer p { margin: 0 0 0.4mm; max-height: 2.6em; overflow: hidden }
@media screen { .page { margin: 12mm auto } }
`
