package report

var ResultsCSV = resultsCSV
