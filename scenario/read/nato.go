package read

import (
	"cmp"
	"io"
	"regexp"
	"slices"
	"strings"
)

func natoLayout() layout {
	return layout{
		name:   "a table of NATO",
		needs:  `years such as 2024 and 2025e behind a first cell that is empty or "Country"`,
		header: natoHeader,
		columns: map[string]part{
			"country": inName, "member": inName, "ally": inName,
		},
		gaps:  []string{"..", "...", "n/a", "-"},
		marks: true, names: nameNote,
	}
}

// natoHeader knows a row of years, in front of which NATO leaves a cell empty. Whether all
// are years is looked at later, so that a message can name the one that is not.
func natoHeader(cells []string) bool {
	at := firstFilled(cells)
	if at < 0 || !hasYear(cells) {
		return false
	}
	_, _, year := parseYear(cells[at])
	_, name := natoLayout().columns[strings.ToLower(cells[at])]
	return name || year && at > 0
}

// natoName gives the cell of the name in a row, which may have no column name.
func (t *table) natoName(cells []string) int {
	if i, ok := t.at[inName]; ok {
		return i
	}
	return max(firstFilled(cells[:min(t.years[0].cell, len(cells))]), 0)
}

// natoTitle reports whether a row is a title or a note, and nothing in it a figure.
func (t *table) natoTitle(cells []string) bool {
	i, ok := single(cells)
	return ok && i < t.years[0].cell
}

// NATO reads a table of NATO's report on defence expenditure, one sheet of the workbook
// or one table of the PDF, saved as CSV:
//
//	Table 3 : Defence expenditure as a share of GDP and annual real change
//	Share of real GDP (%)
//	,2023,2024e,2025e
//	Estonia*,3.00,3.37,3.38
//	NATO Total,2.44,2.61,2.76
//	Annual real change (%)
//	,2023,2024e,2025e
//	Estonia*,35.91,11.28,2.06
//
// Each block of years is a variable, named by its last line of text, "Share of real GDP
// (%)", if that has the unit in it. Other blocks are named by the titles of table and
// block, "Gross domestic product, Constant 2015 prices", and their unit is what stands
// below the title of the table: "Million US dollars, Constant 2015 prices". Without these
// lines, Options says both. An "e" behind the year marks estimates, see the package
// comment on marks; a currency in brackets behind a name is the unit of that line. Lines
// that add up members are left out, as a warning says.
func NATO(r io.Reader, o Options) (*Sheet, error) {
	t, err := open(r, o, natoLayout())
	if err != nil {
		return nil, err
	}
	var b natoBlock
	b.begin(t.sheet.Titles)
	var pending, sums []string
	for cells := t.next(); cells != nil; cells = t.next() {
		switch {
		case natoHeader(cells):
			b.begin(pending)
			pending = nil
			if t.setColumns(slices.Clone(cells)) != nil {
				t.stop = true
			}
		case t.natoTitle(cells):
			t.title(cells)
			pending = append(pending, strings.Clone(cells[firstFilled(cells)]))
		default:
			s := Series{Name: t.layout.unmarked(t.cell(cells, t.natoName(cells))), Label: b.table}
			currency := currencyBehind.FindStringSubmatch(s.Name)
			if currency != nil {
				s.Name = t.layout.unmarked(currency[1])
			}
			if strings.HasPrefix(s.Name, "NATO ") {
				sums = append(sums, s.Name)
				continue
			}
			s.Variable, s.Unit = b.variable(), b.unit()
			if currency != nil {
				s.Unit = strings.Trim(currency[2]+", "+s.Unit, ", ")
			}
			t.keep(cells, s, 0)
		}
	}
	if len(sums) > 0 {
		slices.Sort(sums)
		t.warn("sums of members, left out: %s", some(slices.Compact(sums)))
	}
	t.source(cmp.Or(b.table, "Defence expenditure of NATO countries"))
	t.sheet.Source.Publisher = cmp.Or(t.sheet.Source.Publisher, "NATO")
	return t.finish()
}

var (
	currencyBehind = regexp.MustCompile(`^(.*) \((\pL[^()]+)\)$`)
	tableNumber    = regexp.MustCompile(`^Table [0-9]+[a-z]? *: *`)
)

// A natoBlock is the titles above the figures that are read.
type natoBlock struct {
	table string   // what the whole table is
	basis []string // lines between the title of the table and of its first block
	block string   // the last line above the years
}

// begin takes the lines above a row of years, which may begin another table.
func (b *natoBlock) begin(titles []string) {
	for i, t := range titles {
		if tableNumber.MatchString(t) {
			*b = natoBlock{table: tableNumber.ReplaceAllString(t, "")}
			titles = titles[i+1:]
			if len(titles) > 1 {
				b.basis = titles[:len(titles)-1]
			}
			break
		}
	}
	b.block = ""
	if len(titles) > 0 {
		b.block = titles[len(titles)-1]
	}
}

func (b *natoBlock) variable() string {
	if anyPercent.MatchString(b.block) || b.table == "" {
		return b.block
	}
	return strings.Trim(b.table+", "+b.block, ", ")
}

func (b *natoBlock) unit() string {
	if anyPercent.MatchString(b.block) {
		return b.block
	}
	return strings.Trim(strings.Join(b.basis, ", ")+", "+b.block, ", ")
}
