package scenario

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// WriteCSV writes the data set in the layout that [ReadCSV] reads, members in
// order of code, years ascending. What is read back is equal to the last digit.
// A text with a line break in it, or with a comma or semicolon at the end of a leading
// line, which the layout cannot hold, is ErrInvalid.
func (d *Dataset) WriteCSV(w io.Writer) error {
	var text bytes.Buffer // written at the end, so that an error leaves no half file
	c := csvWriter{csv: csv.NewWriter(&text)}
	c.head(&text, d)
	c.csv.Write(strings.Split(csvColumns, ",")) // a bytes.Buffer does not fail
	for i := range d.members {
		m := &d.members[i]
		c.series(m, "share", d.ShareUnit(), m.Share, percentText)
		c.series(m, "gdp", d.Money, m.GDP, decimalText)
		c.series(m, "spending", d.Money, m.Spending, decimalText)
	}
	if err := c.err(); err != nil {
		return err
	}
	c.csv.Flush()
	_, err := text.WriteTo(w)
	return err
}

type csvWriter struct {
	faults
	csv *csv.Writer
}

func (c *csvWriter) head(b *bytes.Buffer, d *Dataset) {
	line := func(key string, parts ...string) {
		for _, p := range parts {
			c.text(key, p)
		}
		value := parts[0]
		if len(parts) > 1 {
			value = commaSeparated(parts)
		}
		if strings.HasSuffix(value, ",") || strings.HasSuffix(value, ";") {
			c.add(key, strconv.Quote(value), "ends in a separator of cells, which would be lost in reading", ErrInvalid)
		}
		fmt.Fprintf(b, "# %s: %s\n", key, value)
	}
	line("edition", d.Edition)
	if d.Money != "" {
		line("money", d.Money)
	}
	if d.Precision != 0 {
		line("precision", percentText(d.Precision)+precisionUnit)
	}
	if d.Quantity != defaultQuantity && d.Quantity != "" {
		line("quantity", d.Quantity)
	}
	if d.Denominator != defaultDenominator && d.Denominator != "" {
		line("denominator", d.Denominator)
	}
	for _, s := range d.Sources {
		if s == (Source{}) {
			continue
		}
		line("source", s.Publisher, s.Title, dayText(s.Date), s.Licence, s.SHA256)
	}
	for _, note := range d.Notes {
		if note != "" {
			line("note", note)
		}
	}
	for _, m := range d.members {
		line("member", append([]string{m.Code, m.ISO2, m.ownName(), dayText(m.Joined), m.Currency, m.Exempt}, m.Aliases...)...)
	}
	for _, m := range d.members {
		for _, br := range m.Breaks {
			line("break", m.Code, strconv.Itoa(br.Year), br.Why)
		}
	}
}

// text notes a text that would not be read back.
func (c *csvWriter) text(field, s string) {
	if strings.ContainsFunc(s, unicode.IsControl) {
		c.add(field, strconv.Quote(s), "contains a line break or another control character", ErrInvalid)
	}
}

func (c *csvWriter) series(m *Member, variable, unit string, s Series, number func(float64) string) {
	if unit == "" && !s.Empty() {
		c.add("Money", nil, fmt.Sprintf("is empty, but %s has a unit: name it in Dataset.Money", variable), ErrUnit)
		return
	}
	for o := range s.Observations() {
		c.text("edition", o.Edition)
		c.csv.Write([]string{m.Code, variable, unit, strconv.Itoa(o.Year), number(o.Value), o.Status.String(), o.Edition})
	}
}

// commaSeparated writes parts as one line of CSV, without the empty ones at
// the end.
func commaSeparated(parts []string) string {
	for len(parts) > 1 && parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Write(parts) // a strings.Builder does not fail
	w.Flush()
	line := strings.TrimSuffix(b.String(), "\n")
	if last := parts[len(parts)-1]; strings.HasSuffix(line, ";") { // read as what spreadsheets add, unless it is in quotes
		line = strings.TrimSuffix(line, last) + `"` + last + `"`
	}
	return line
}

func decimalText(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// percentText writes a fraction as per cent by moving the decimal point, so
// that no digit is lost to a multiplication.
func percentText(v float64) string {
	whole, frac, _ := strings.Cut(decimalText(v), ".")
	frac += strings.Repeat("0", max(0, 2-len(frac)))
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	whole = strings.TrimLeft(whole+frac[:2], "0")
	if whole == "" {
		whole = "0"
	}
	if frac = frac[2:]; frac != "" {
		whole += "." + frac
	}
	return sign + whole
}

func dayText(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}
