package report

// columnText is what the blank workbook says of a column: what belongs there, an example, and words that are usual.
type columnText struct {
	says    string
	example string
	usual   []string
}

type columnTexts = map[string]columnText

// exampleMark begins the first cell of a row that a run passes over: package audit knows it.
const exampleMark = "Example: "

// exampleNote stands at every first example.
const exampleNote = "This row shows how the sheet is filled in. plimsoll passes over every row whose first cell begins with \"Example:\".\n\n" +
	"Write your own rows below it. To use this row, take that word away; to be rid of it, delete the row."

// The sentences of which the notes are put together; %s is filled in.
const (
	textRequired    = "Required."
	textOptional    = "May be left blank."
	textExample     = "Example: %s"
	textOneOf       = "One of: %s."
	textUsual       = "Usual are: %s. Others may be written."
	textPlausible   = "Plausible is %s."
	textUnitFixed   = "In %s."
	textUnitColumn  = "In %s, or in the unit that stands under Unit."
	textUnitNeeded  = "In the unit that stands under Unit."
	textCurrency    = "In the currency that stands under Currency."
	textUnitBlank   = "Blank means %s."
	textNotMeasured = "Write N/A where nothing was measured: it is counted and said, never read as zero."
	textOldDate     = "It may lie before 1990."
	textChooseOne   = "Please choose a word of the list."
	textNotInList   = "This is not in the list. It can be kept if it is meant."
)

// kindTexts say what a cell of each kind holds; where words are listed, the list says it.
func kindTexts() map[string]string {
	return map[string]string{
		"text":          "Text.",
		"id":            "An id, kept as it is typed.",
		"number":        "A number, without its unit.",
		"count":         "A whole number.",
		"share":         "A percentage, such as 4 %.",
		"date":          "A date, such as 2026-07-14.",
		"month":         "A month, such as 2026-07.",
		"period":        "A quarter, such as 2026-Q3.",
		"years":         "A quarter, such as 2026-Q3, or a year, such as 2026.",
		"agent":         "A substance by its name or CAS number, such as toluene or 75-09-2.",
		"concentration": "A number, such as 0.8; <0.5 where the result lies below that limit; ND with the limit under Detection limit.",
	}
}

// sheetTexts explain the columns that plimsoll knows, by sheet and heading; "" holds what is the same in several sheets.
func sheetTexts() map[string]columnTexts {
	return map[string]columnTexts{
		"": commonTexts(), "Factories": factoryTexts(), "Audits": auditTexts(), "Noise": noiseTexts(), "Light": lightTexts(), "Air": airTexts(),
		"Dorms": dormTexts(), "Earnings": earningTexts(), "Findings": findingTexts(), "Training": trainingTexts(), "Feedback": feedbackTexts(),
		"Safety": safetyTexts(), "Production": productionTexts(), "Limits": limitTexts(), "Prices": priceTexts(),
		"Programme": {"Key": {says: "The name of a setting; write each once."}, "Value": {says: "What the setting is.", example: "Harbour Footwear Programme"}},
	}
}

func commonTexts() columnTexts {
	return columnTexts{
		"Factory ID":  {says: "The id of the factory, as in the sheet Factories.", example: "CN-01"},
		"Date":        {says: "The day on which it was measured.", example: "2026-07-14"},
		"Location":    {says: "Where in the factory it was measured.", example: "Stitching hall B"},
		"Process":     {says: "What is done there.", example: "stitching"},
		"Group":       {says: "The group of workers who are exposed alike.", example: "Sewing operators"},
		"Worker code": {says: "A code for one worker, never a name. The rows of one worker are the parts of that person's day."},
		"Hours a day": {says: "How many hours a day are spent at this level.", example: "7.5"},
		"Workers":     {says: "How many workers the row stands for: those of the group, or at this place.", example: "24"},
		"Method":      {says: "The standard or method of measurement. A new method starts a new series."},
		"Instrument":  {says: "The instrument, with its class or serial number."},
		"Period":      {says: "The quarter that the row is about.", example: "2026-Q3"},
		"Note":        {says: "What a reader of the row should know."},
	}
}

// settingTexts explain the settings of the programme, which are rows and not columns.
func settingTexts() columnTexts {
	return columnTexts{
		"Programme":       {says: "the name of the programme", example: "Harbour Footwear Programme"},
		"Company":         {says: "the company that runs it", example: "Harbour Footwear"},
		"Contact":         {says: "whom readers may write to", example: "programme@harbourfootwear.example"},
		"Code of conduct": {says: "the code that factories are held to, with its edition", example: "Harbour Code of Conduct, edition of January 2026"},
		"Statement":       {says: "a sentence or two on what the programme is for", example: "We publish where every factory stands against the line in force."},
		"Year starts":     {says: "the first month of the programme's year, 1 to 12; 1 if not set", example: "1"},
		"Date order":      {says: "how to read dates typed as text, such as 14/07/2026: dmy or mdy", example: "dmy"},
		"Home country":    {says: "the company's own country, as a code of two letters", example: "US"},
		"Assurance":       {says: "what others have checked, and who", example: "Readings at three factories were repeated by others."},
	}
}

func factoryTexts() columnTexts {
	return columnTexts{
		"Factory ID":     {says: "Your own id of the factory; all other sheets name the factory by it.", example: "CN-01"},
		"Name":           {says: "The name that documents print.", example: "Meihua Footwear"},
		"Country":        {says: "The country, as its ISO 3166-1 code of two letters.", example: "CN"},
		"Local name":     {says: "The name in the factory's own language.", example: "美华鞋业有限公司"},
		"OS ID":          {says: "The id in Open Supply Hub.", example: "CN2021036J7TQ4"},
		"Region":         {says: "The region whose law applies: the country's code and what follows it, from large to small.", example: "CN-GD-Dongguan"},
		"Wage region":    {says: "The region whose minimum wage applies, where it is not the Region.", example: "CN-GD-Dongguan"},
		"Address":        {example: "18 Hengtang Road, Houjie, Dongguan"},
		"Parent company": {example: "Meihua Holdings"},
		"Ownership":      {says: "Whether the company owns the factory.", example: "subcontracted"},
		"Product type":   {example: "running shoes"},
		"Processes":      {says: "What is done in the factory, parted by commas.", example: "cutting, stitching, assembly"},
		"Workers":        {says: "How many people work there.", example: "3410"},
		"Women":          {says: "How many of them are women.", example: "2110"},
		"Dormitory":      {says: "Whether workers live in dormitories of the factory.", example: "yes"},
		"Supplier since": {says: "The year since which it has supplied the company.", example: "1996"},
		"Ended":          {says: "The day on which the relationship ended; blank while it lasts."},
		"Ended because":  {says: "Why the relationship ended."},
		"Languages":      {says: "The languages of the factory's own documents, parted by commas.", example: "zh-Hans"},
	}
}

func auditTexts() columnTexts {
	return columnTexts{
		"Audit ID":            {says: "Your own id of the visit; findings name it.", example: "CN-01-2026-07"},
		"Date":                {says: "The first day of the visit.", example: "2026-07-14"},
		"Auditor":             {says: "Who audited: a firm, or a code.", example: "Tideline Assurance"},
		"Kind":                {says: "Who sent the auditors.", example: "third-party"},
		"Announced":           {says: "Whether the factory knew of the visit.", example: "semi-announced"},
		"Auditor days":        {says: "Auditors × days.", example: "4"},
		"Workers interviewed": {says: "How many workers were interviewed.", example: "36"},
		"Scheme":              {says: "The standard that was audited against.", example: "Harbour Code of Conduct"},
	}
}

func noiseTexts() columnTexts {
	return columnTexts{
		"Level":  {says: "The sound level, LAeq, for the hours under Hours a day.", example: "84.5"},
		"Unit":   {example: "dB(A)"},
		"Method": {says: "The standard or method of measurement. A new method starts a new series.", example: "ISO 9612, task-based"},
	}
}

func lightTexts() columnTexts {
	return columnTexts{
		"Process":     {says: "What is done there: the light is judged by it.", example: "stitching"},
		"Illuminance": {says: "The illuminance at the task.", example: "620"},
		"Unit":        {example: "lx"},
	}
}

func airTexts() columnTexts {
	return columnTexts{
		"Date":             {says: "The day on which the sample was taken.", example: "2026-07-14"},
		"Location":         {says: "Where in the factory the sample was taken.", example: "Cementing line 2"},
		"Process":          {says: "What is done there.", example: "cementing"},
		"Group":            {says: "The group of workers who are exposed alike.", example: "Cementing operators"},
		"Agent":            {says: "What the laboratory looked for.", example: "108-88-3"},
		"Concentration":    {says: "What the laboratory found.", example: "12.4"},
		"Unit":             {example: "mg/m3"},
		"Detection limit":  {says: "The smallest concentration that the laboratory can find, in the unit of the row. Needed with ND.", example: "0.5"},
		"Sample":           {says: "Whether the sample was worn by a worker (personal) or stood at a place (area).", example: "personal"},
		"Hours a day":      {says: "How many hours a day workers are exposed to this.", example: "7.5"},
		"Sampling minutes": {says: "How long the sample was taken, for information.", example: "240"},
		"Laboratory":       {says: "Who analysed the sample."},
	}
}

func dormTexts() columnTexts {
	return columnTexts{
		"Room":       {says: "The number or name of the room.", example: "A-204"},
		"Floor area": {says: "The floor area of the room.", example: "32.5"},
		"Unit":       {example: "m2"},
		"Occupants":  {says: "How many people sleep in the room; 0 where nobody does.", example: "6"},
		"Building":   {says: "The building that the room is in; toilets and showers are counted by building.", example: "A"},
		"Beds":       {says: "How many beds stand in the room.", example: "8"},
		"Toilets":    {says: "Toilets of this row; the numbers are added up for each building.", example: "1"},
		"Showers":    {says: "Showers of this row; the numbers are added up for each building.", example: "1"},
	}
}

func earningTexts() columnTexts {
	return columnTexts{
		"Month":          {says: "The month that was paid.", example: "2026-07"},
		"Worker group":   {says: "A group of workers with the same kind of pay.", example: "Sewing operators"},
		"Workers":        {says: "How many workers are in the group.", example: "420"},
		"Regular pay":    {says: "What a worker earned in the month on average, for ordinary hours only: without overtime pay.", example: "3180"},
		"Currency":       {says: "The currency, as its ISO 4217 code.", example: "CNY"},
		"Sex":            {says: "Where the group is of one sex."},
		"Basis":          {says: "Whether pay is net or gross of taxes and contributions. Blank means net.", example: "gross"},
		"Lowest pay":     {says: "The lowest regular pay in the group.", example: "2950"},
		"Ordinary hours": {says: "Ordinary hours in the month; limits by the hour need them.", example: "174"},
		"Overtime pay":   {says: "What a worker earned for overtime in the month, on average.", example: "640"},
		"Hours per week": {says: "Hours a week on average, overtime included.", example: "54.5"},
		"Longest week":   {says: "The most hours that anyone of the group worked in one week.", example: "59"},
	}
}

func findingTexts() columnTexts {
	return columnTexts{
		"Finding ID":        {says: "Your own id of the finding.", example: "CN-01-F12"},
		"Raised":            {says: "The day on which it was raised.", example: "2026-07-14"},
		"Area":              {says: "What it is about.", example: "noise"},
		"Finding":           {says: "What was found, in a sentence that documents print.", example: "Clicking presses without damping mats"},
		"Action":            {says: "What is asked for.", example: "remediation"},
		"Audit ID":          {says: "The visit that found it, as in the sheet Audits.", example: "CN-01-2026-07"},
		"Requirement":       {says: "The clause that is not met.", example: "Code 4.1"},
		"Severity":          {example: "major"},
		"Root cause":        {example: "old beam presses"},
		"Corrective action": {example: "damping mats at all presses"},
		"Due":               {says: "The day by which it is to be done.", example: "2026-10-31"},
		"Closed":            {says: "The day on which it was closed; blank while it is open."},
		"Verified by":       {says: "Who verified that it was done, and how."},
		"Repeats":           {says: "The Finding ID of an earlier finding that this one repeats."},
		"Factory comment":   {says: "What the factory says to it.", example: "Mats are ordered."},
	}
}

func trainingTexts() columnTexts {
	return columnTexts{
		"Date":     {says: "The day of the session.", example: "2026-07-14"},
		"Topic":    {says: "What it was about.", example: "Hearing protection"},
		"Audience": {says: "Whom it was for.", example: "workers"},
		"People":   {says: "How many people took part.", example: "85"},
		"Hours":    {says: "How many hours it lasted.", example: "1.5"},
	}
}

func feedbackTexts() columnTexts {
	return columnTexts{
		"Channel":     {says: "The way by which workers spoke up.", example: "comment box", usual: []string{"comment box", "hotline", "meeting", "project team"}},
		"Received":    {says: "How many comments came in during the quarter.", example: "74"},
		"Resolved":    {says: "How many of them were resolved.", example: "68"},
		"Median days": {says: "In how many days half of them were resolved.", example: "8"},
	}
}

func safetyTexts() columnTexts {
	return columnTexts{
		"Machines inspected": {says: "How many machines were inspected.", example: "320"},
		"Machines guarded":   {says: "How many of them had their guards.", example: "313"},
		"Fire drills":        {says: "How many fire drills were held.", example: "2"},
		"Injuries":           {says: "How many people were injured at work.", example: "4"},
		"Hours worked":       {says: "All hours that were worked in the quarter, by everyone.", example: "2020000"},
	}
}

func productionTexts() columnTexts {
	return columnTexts{
		"Period":           {says: "The quarter or year that the row is about.", example: "2026-Q3"},
		"Output":           {says: "How much was made.", example: "1010000"},
		"Unit":             {says: "What is counted; blank means pairs.", example: "pairs"},
		"Defect rate":      {says: "The share of what was made that had defects.", example: "0.017"},
		"On-time delivery": {says: "The share of orders that left on time.", example: "0.96"},
		"Turnover":         {says: "The share of workers who left.", example: "0.042"},
		"Absence":          {says: "The share of working days that workers were absent.", example: "0.025"},
	}
}

func limitTexts() columnTexts {
	return columnTexts{
		"Area":         {says: "The area that the limit is for.", example: "air"},
		"Indicator":    {says: "The figure of the area that is held against the limit.", example: "concentration"},
		"Jurisdiction": {says: "Where it holds: * everywhere, or the beginning of a Region (pay: of a Wage region), such as CN or CN-GD.", example: "CN"},
		"Limit":        {says: "The limit itself.", example: "50"},
		"Unit":         {says: "The unit of the limit. Of pay: CNY is an amount a month, GBP/h one an hour.", example: "mg/m3"},
		"Kind":         {says: "Who draws the line: the law, a code of conduct, or a target of your own.", example: "code"},
		"Source":       {says: "Where the limit stands.", example: "Harbour Code of Conduct"},
		"Subject":      {says: "The agent or process that it is for; blank means any.", example: "108-88-3"},
		"From":         {says: "The first day in force.", example: "2026-01-01"},
		"To":           {says: "The last day in force; blank while it is."},
		"Temperature":  {says: "The temperature in °C at which ppm are converted.", usual: []string{"20", "25"}},
		"Averaging":    {says: "The time that the limit is an average over. Blank means 8h.", example: "8h"},
		"Exchange":     {says: "The exchange rate of a noise limit in dB. Blank means 3.", usual: []string{"3", "5"}},
		"Basis":        {says: "Whether a limit of pay is net or gross; blank means either."},
		"Clause":       {says: "The clause or table in the source.", example: "3.1"},
		"URL":          {says: "Where the source can be read."},
		"Verified":     {says: "Whether someone saw the value in its source. Blank means no; documents mark it then.", example: "yes"},
	}
}

func priceTexts() columnTexts {
	return columnTexts{
		"Country": {says: "The country, as its ISO 3166-1 code of two letters.", example: "CN"},
		"Month":   {says: "The month of the value.", example: "2026-07"},
		"Index":   {says: "The value of the consumer price index.", example: "103.4"},
	}
}
