package plotting

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// numbers finds the numbers in a text; two with a hyphen, such as "2001-2018", are one.
var numbers = regexp.MustCompile(`[0-9]+(?:[.,][0-9]+)*(?:-[0-9]+)?`)

// ranged makes texts the same that differ in their numbers only, of which those that
// differ become ranges: "trend over 6 years" and "trend over 8 years" are both "trend
// over 6–8 years".
func ranged(texts []string) []string {
	form := func(text string) string { return numbers.ReplaceAllString(text, "#") }
	rows := map[string][][]string{} // the numbers of texts of one form
	for _, text := range texts {
		rows[form(text)] = append(rows[form(text)], numbers.FindAllString(text, -1))
	}
	all := make([]string, len(texts))
	for i, text := range texts {
		column := -1
		all[i] = numbers.ReplaceAllStringFunc(text, func(string) string {
			column++
			return rangeOf(rows[form(text)], column)
		})
	}
	return all
}

// rangeOf writes the least and the greatest number of a column, or the only one.
func rangeOf(rows [][]string, column int) string {
	compare := func(a, b []string) int { return compareNumbers(a[column], b[column]) }
	least, most := slices.MinFunc(rows, compare)[column], slices.MaxFunc(rows, compare)[column]
	switch {
	case least == most:
		return least
	case strings.Contains(least+most, "-"):
		return least + " to " + most
	}
	return least + "–" + most
}

// compareNumbers compares numbers as they are written: pairs by the second one, then by
// the first.
func compareNumbers(a, b string) int {
	value := func(text string) float64 {
		v, _ := strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64) // digits, by the expression above
		return v
	}
	firstA, lastA, _ := strings.Cut(a, "-")
	firstB, lastB, _ := strings.Cut(b, "-")
	return cmp.Or(cmp.Compare(value(lastA), value(lastB)), cmp.Compare(value(firstA), value(firstB)))
}

// inYears writes years, ascending, those that follow each other as ranges: "1995 to 2013
// and 2015".
func inYears(years []int) string {
	var parts []string
	for i := 0; i < len(years); {
		end := i
		for end+1 < len(years) && years[end+1] == years[end]+1 {
			end++
		}
		if end > i+1 {
			parts = append(parts, fmt.Sprintf("%d to %d", years[i], years[end]))
		} else {
			for _, year := range years[i : end+1] {
				parts = append(parts, strconv.Itoa(year))
			}
		}
		i = end + 1
	}
	return list(parts)
}
