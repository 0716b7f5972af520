package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"text/tabwriter"
)

// formats are those of a table.
var formats = []string{"text", "csv", "markdown"}

// A table is what is printed: lines of cells, and notes below.
type table struct {
	title  string
	header []string
	lines  [][]string
	notes  []string
}

func (t *table) add(cells ...string) { t.lines = append(t.lines, cells) }

// write prints the table.
func (t table) write(w io.Writer, format string) error {
	switch format {
	case "csv":
		return t.csv(w)
	case "markdown":
		return t.markdown(w)
	}
	return t.text(w)
}

func (t table) text(w io.Writer) error {
	if len(t.header) == 0 { // a sentence
		_, err := fmt.Fprintln(w, t.title)
		return err
	}
	fmt.Fprintf(w, "%s\n\n", t.title)
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, l := range append([][]string{t.header}, t.lines...) {
		fmt.Fprintln(tw, strings.ReplaceAll(strings.Join(l, "\t"), "**", "*"))
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	for _, n := range t.notes {
		if _, err := fmt.Fprintf(w, "\n%s\n", strings.ReplaceAll(n, "**", "*")); err != nil {
			return err
		}
	}
	return nil
}

func (t table) markdown(w io.Writer) error {
	if len(t.header) == 0 { // a sentence
		_, err := fmt.Fprintf(w, "> %s\n", t.title)
		return err
	}
	rule := "|---" + strings.Repeat("|--:", len(t.header)-1) + "|"
	fmt.Fprintf(w, "**%s**\n\n| %s |\n%s\n", t.title, strings.Join(t.header, " | "), rule)
	for _, l := range t.lines {
		fmt.Fprintf(w, "| %s |\n", strings.Join(l, " | "))
	}
	for _, n := range t.notes {
		if _, err := fmt.Fprintf(w, "\n%s\n", n); err != nil {
			return err
		}
	}
	return nil
}

func (t table) csv(w io.Writer) error {
	for _, n := range append([]string{t.title}, t.notes...) {
		fmt.Fprintf(w, "# %s\n", strings.ReplaceAll(n, "**", ""))
	}
	c := csv.NewWriter(w)
	for _, l := range append([][]string{t.header}, t.lines...) {
		var plain []string
		for _, cell := range l {
			plain = append(plain, strings.ReplaceAll(cell, "**", ""))
		}
		if err := c.Write(plain); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// points writes a fraction of GDP in percentage points; NaN is an empty cell.
func points(v float64) string { return number("%.3f", 100*v) }

// percent writes a fraction in per cent.
func percent(v float64) string { return number("%.1f", 100*v) }

func number(format string, v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return fmt.Sprintf(format, v)
}

// smallest makes the smallest numbers bold: of one column, by line.
func smallest(cells []string, values []float64) {
	best := math.Inf(1)
	for _, v := range values {
		best = math.Min(best, v)
	}
	for i, v := range values {
		if v == best {
			cells[i] = "**" + cells[i] + "**"
		}
	}
}

// median is the middle value, or the mean of the two in the middle.
func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
