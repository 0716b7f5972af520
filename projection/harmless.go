package projection

import (
	"encoding/csv"
	"regexp"
	"strings"
	"unicode"
)

// formulaSigns are what a cell begins with that spreadsheets may take for a formula,
// after OWASP, "CSV Injection", and the sign of a comment. A text can begin a new cell
// inside too, where a program splits lines at other separators than the file has.
const formulaSigns = "=+-@＝＋－＠#"

var (
	// cellText is a stretch of text that may become a cell of its own.
	cellText = regexp.MustCompile(`[^,;\t\r\n]+`)
	// quantity is a number, or a number with its unit: nothing that can be computed.
	quantity = regexp.MustCompile(`^[+-][0-9][0-9.]*(e[+-][0-9]+)?[ %\pL]*\.?$`)
)

// harmless puts a quote before what could be taken for the beginning of a formula or a
// comment. What stands there already is kept, so that taking one quote out of such a
// place gives the text back.
func harmless(text string) string {
	if !strings.ContainsAny(text, formulaSigns) {
		return text // as most are
	}
	return cellText.ReplaceAllStringFunc(text, func(cell string) string {
		formula := strings.TrimLeftFunc(cell, func(r rune) bool {
			return r == '\'' || r == '"' || unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
		})
		if formula == "" || !strings.ContainsRune(formulaSigns, []rune(formula)[0]) || quantity.MatchString(strings.TrimSpace(cell)) {
			return cell
		}
		return strings.TrimSuffix(cell, formula) + "'" + formula
	})
}

// writeHarmless writes a line of cells. The writer keeps its error for later.
func writeHarmless(c *csv.Writer, cells []string) {
	for i := range cells {
		cells[i] = harmless(cells[i])
	}
	c.Write(cells)
}
