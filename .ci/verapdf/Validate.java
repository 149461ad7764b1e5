import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Holds every file it is given to PDF/UA-1 and PDF/A-3a with the rules of veraPDF, all of them. */
public class Validate {
	public static void main(String[] files) throws Exception {
		Logger.getLogger("org.verapdf").setLevel(Level.SEVERE);
		VeraGreenfieldFoundryProvider.initialise();
		int bad = 0;
		long checks = 0;
		for (String file : files) {
			for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A}) {
				ValidationResult result = validate(file, flavour);
				checks += result.getTotalAssertions();
				if (!result.isCompliant()) {
					bad++;
					report(file, flavour, result);
				}
			}
		}
		System.out.printf("%d documents, %d checks of veraPDF, %d failures of a standard%n", files.length, checks, bad);
		if (bad > 0 || files.length == 0 || checks < 1000L * files.length) {
			System.exit(1);
		}
	}

	private static ValidationResult validate(String file, PDFAFlavour flavour) throws Exception {
		try (InputStream in = new FileInputStream(file);
				PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
				PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
			return validator.validate(parser);
		}
	}

	/** Says each broken rule once, with the first place it is broken at. */
	private static void report(String file, PDFAFlavour flavour, ValidationResult result) {
		Map<String, Integer> count = new TreeMap<>();
		Map<String, String> first = new TreeMap<>();
		for (TestAssertion a : result.getTestAssertions()) {
			if (a.getStatus() == TestAssertion.Status.FAILED) {
				String rule = a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber();
				count.merge(rule, 1, Integer::sum);
				first.putIfAbsent(rule, a.getMessage() + " at " + a.getLocation().getContext());
			}
		}
		for (Map.Entry<String, String> e : first.entrySet()) {
			System.out.printf("%s: %s %s (%d times): %s%n", file, flavour, e.getKey(), count.get(e.getKey()), e.getValue());
		}
	}
}
