package projection

import (
	"encoding/csv"
	"regexp"
	"strings"
	"unicode"
)

// What spreadsheets may take for a formula, after OWASP, "CSV Injection": a cell that
// begins with one of these, or with a blank character before it. A text can begin a
// new cell too, where a program splits lines at other separators than the file has.
const formulaSigns = "=+-@＝＋－＠"

var (
	// cellText is a stretch of text that may become a cell of its own.
	cellText = regexp.MustCompile(`[^,;\t\r\n]+`)
	// quantity is a number, or a number with its unit: nothing that can be computed.
	quantity = regexp.MustCompile(`^[+-][0-9][0-9.]*(e[+-][0-9]+)?[ %\pL]*\.?$`)
)

// harmless puts a quote before what a spreadsheet could take for the beginning of a
// formula. What stands there already is kept, so that taking one quote out of such a
// place gives the text back.
func harmless(text string) string {
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
