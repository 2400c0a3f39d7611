package dev.pathrank.pattern.learn.features;

/**
 * The features of a segment by which the model tells parameter values from literals.
 *
 * <p>A stored model knows a feature by its place in this list, so the order must not change; new features are added at
 * the end of their round together with a newly trained model. Constants up to {@link #FILE_SHARE} are known to the
 * first round, the others to the second. A feature that cannot be computed is -1 unless its sentence says otherwise.
 * "Next" tokens are the methods and segments directly after a segment, "later" tokens those one segment further on,
 * "last" tokens those two segments further on.
 */
public enum Feature {
    // The text of the segment. Its core is the text without its affix.
    /** The number of the segment's shape. */
    SHAPE,
    /** The number of characters of the core. */
    LENGTH,
    /** The part of the core's characters that are digits. */
    DIGIT_SHARE,
    /** The part of the core's characters that are capitals. */
    CAPITAL_SHARE,
    /** The part of the core's characters that are hyphens or underscores. */
    SEPARATOR_SHARE,
    /** The part of the core's characters that are percent signs or beyond ASCII. */
    ENCODED_SHARE,
    /** 1 if there is a point in the core, else 0. */
    HAS_POINT,
    /** 0 without an affix, 1 for the extension of a file, 2 for another affix. */
    AFFIX,
    /** The logarithm of one more than the integer that the core is. */
    INTEGER_VALUE,
    /** 1 if the core ends like a plural, else 0. */
    PLURAL,

    // The rows of the segment and its siblings.
    /** The logarithm of the segment's rows. */
    ROWS,
    /** The segment's part of all rows of its siblings. */
    ROW_SHARE,
    /** The logarithm of the segment's rows divided by the median of its siblings. */
    ROWS_TO_MEDIAN,

    // Siblings that look the same.
    /** The part of the siblings that have the same shape and affix. */
    SAME_FORM_SHARE,
    /** The number of siblings that have the same shape and affix. */
    SAME_FORM_COUNT,
    /** The part of the other siblings that begin with the same three characters; 0 if there are none. */
    SAME_BEGINNING_SHARE,

    // What follows the segment.
    /** The number of different next tokens. */
    NEXT_COUNT,
    /** The part of the rows that end at this segment. */
    ENDING_SHARE,
    /** 1 if GET requests end here, else 0. */
    ENDS_GET,
    /** 1 if POST requests end here, else 0. */
    ENDS_POST,
    /** 1 if PUT or PATCH requests end here, else 0. */
    ENDS_PUT,
    /** 1 if DELETE requests end here, else 0. */
    ENDS_DELETE,
    /** The part of the rows whose next token at least one other sibling has too. */
    NEXT_SHARED,
    /** The part of the rows whose next token at least two other siblings have too. */
    NEXT_SHARED_BY_TWO,
    /** The mean part of the other siblings that have a next token of this segment. */
    NEXT_SPREAD,
    /** The part of the rows whose later token at least one other sibling has too. */
    LATER_SHARED,
    /** The mean part of the other siblings that have a later token of this segment. */
    LATER_SPREAD,
    /** The cosine of the next tokens with those of all other siblings. */
    NEXT_COSINE,
    /** The cosine of the later tokens with those of all other siblings. */
    LATER_COSINE,
    /** The cosine of the next tokens with those of the other siblings of opaque shapes. */
    NEXT_COSINE_WITH_OPAQUE,
    /** The cosine of the later tokens with those of the other siblings of opaque shapes. */
    LATER_COSINE_WITH_OPAQUE,
    /** The best match of next and later tokens with a single sibling. */
    BEST_MATCH,
    /** The part of the siblings, compared one by one, whose next and later tokens match by more than 0.8. */
    GOOD_MATCH_SHARE,
    /** The mean match of next and later tokens with siblings of the same shape and affix. */
    SAME_FORM_MATCH,

    // Where else the segment occurs.
    /** The logarithm of the number of tree nodes with the same text. */
    OCCURRENCES,
    /** The number of different texts that precede the same text in the tree. */
    CONTEXTS,
    /** The part of the prefix's tree nodes that have this segment as a child. */
    PARENT_SHARE,
    /**
     * The number of parents of this segment, divided by the number expected if the segments of rows did not depend on
     * their parents.
     */
    PARENTS_TO_EXPECTED,
    /** 1 if the names of the segments were not kept, else 0. */
    OVERFLOW,

    // More about what follows the segment.
    /** The part of the rows whose last token at least one other sibling has too. */
    LAST_SHARED,
    /** The mean part of the other siblings that have a last token of this segment. */
    LAST_SPREAD,
    /** The cosine of the last tokens with those of all other siblings. */
    LAST_COSINE,
    /** The logarithm of one more than the number of next tokens that other siblings have too. */
    NEXT_COMMON_COUNT,
    /** The logarithm of one more than the number of later tokens that other siblings have too. */
    LATER_COMMON_COUNT,
    /** The logarithm of one more than the number of last tokens that other siblings have too. */
    LAST_COMMON_COUNT,

    // The words of the segment.
    /** The logarithm of one more than the vendors that use the rarest word of the segment as a literal. */
    RAREST_WORD,
    /** The mean over the segment's words of the logarithm of one more than the vendors that use it as a literal. */
    MEAN_WORD,
    /** The mean of {@link #MEAN_WORD} over all siblings. */
    SIBLINGS_MEAN_WORD,
    /** The {@link #MEAN_WORD} of the segment before. */
    MEAN_WORD_BEFORE,
    /** The part of the siblings that have the same mask: each run of letters or digits as one sign. */
    SAME_MASK_SHARE,
    /** The number of siblings that have the same mask. */
    SAME_MASK_COUNT,
    /** The number of signs of the mask. */
    MASK_LENGTH,

    // The subtree below the segment, compared with those of its siblings.
    /** How many damped standard deviations the next tokens differ from those of all siblings. */
    SUBTREE_DEVIATIONS,
    /** How strongly the next tokens differ from those of all siblings, for each call. */
    SUBTREE_STRENGTH,
    /** The median of {@link #SUBTREE_DEVIATIONS} over all siblings. */
    SUBTREE_MEDIAN_DEVIATIONS,
    /** The median of {@link #SUBTREE_STRENGTH} over all siblings. */
    SUBTREE_MEDIAN_STRENGTH,
    /**
     * How many damped standard deviations the forms of the identifiers below differ from those of all siblings; -9
     * without identifiers.
     */
    ID_FORM_DEVIATIONS,
    /** The part of the forms of the identifiers below that other siblings have too. */
    ID_FORM_COMMON_SHARE,
    /** The mean part of the other siblings that have a form of the identifiers below. */
    ID_FORM_SPREAD,
    /** The part of the identifiers below that other siblings have too. */
    ID_COMMON_SHARE,
    /** The mean part of the other siblings that have an identifier below. */
    ID_SPREAD,
    /** The logarithm of the number of identifiers below. */
    ID_COUNT,

    // Responses of "not found" on paths of literals only, where opaque shapes count as values.
    /** The logarithm of one more than the rows not found at or below this segment. */
    NOT_FOUND,
    /** The logarithm of one more than the rows answered at or below this segment. */
    ANSWERED,
    /** {@link #NOT_FOUND} for all other siblings that are no opaque shapes. */
    NOT_FOUND_AT_OTHERS,
    /** {@link #ANSWERED} for all other siblings that are no opaque shapes. */
    ANSWERED_AT_OTHERS,
    /** The logarithm of one more than the rows not found at words that were never answered, next to the siblings. */
    NOT_FOUND_AT_UNKNOWN,

    // More about the text and how interfaces use its words.
    /** The number of the shape that a file's name has without its extension. */
    FILE_NAME_SHAPE,
    /** The mean logarithm of the frequency of the core's letter pairs in known words; 0 without letters. */
    LETTER_PLAUSIBILITY,
    /** The logarithm of one more than the vendors that use the whole segment as a literal. */
    LITERAL_VENDORS,
    /** The logarithm of one more than the vendors that use the whole segment as a parameter value. */
    VALUE_VENDORS,
    /** The log-odds that vendors use the whole segment as a parameter value and not as a literal. */
    VALUE_ODDS,
    /** The log-odds that vendors use the whole segment after a placeholder and not after a literal. */
    AFTER_PLACEHOLDER_ODDS,
    /** {@link #AFTER_PLACEHOLDER_ODDS} of the segment's last word. */
    LAST_WORD_AFTER_PLACEHOLDER_ODDS,
    /** The log-odds that vendors use the segment's last word before a placeholder and not before a literal. */
    LAST_WORD_BEFORE_PLACEHOLDER_ODDS,
    /** The number of words in the segment. */
    WORD_COUNT,

    // The segment before.
    /** The log-odds that vendors use the whole segment before it in front of a placeholder and not of a literal. */
    BEFORE_TAKES_PLACEHOLDER_ODDS,
    /** {@link #BEFORE_TAKES_PLACEHOLDER_ODDS} of the last word of the segment before. */
    BEFORE_LAST_WORD_TAKES_PLACEHOLDER_ODDS,
    /** The logarithm of one more than the vendors that use the whole segment before in front of another segment. */
    BEFORE_VENDORS,
    /** The logarithm of one more than the vendors that use the last word of the segment before as a literal. */
    BEFORE_LAST_WORD_VENDORS,
    /** The log-odds that vendors use the last word of the segment before as a parameter value and not as a literal. */
    BEFORE_LAST_WORD_VALUE_ODDS,

    // All siblings together; equal for each of them.
    /** The logarithm of the number of siblings. */
    SIBLINGS,
    /** The logarithm of all siblings' rows. */
    ALL_ROWS,
    /** The number of siblings divided by their rows. */
    SIBLINGS_PER_CALL,
    /** The part of the siblings that were called once. */
    SINGLE_SHARE,
    /** The part of all rows that are of siblings called once. */
    SINGLE_ROW_SHARE,
    /** The entropy of the rows over the siblings, 0 to 1; 1 for a single sibling. */
    CALL_ENTROPY,
    /** The part of all rows that the most called sibling has. */
    TOP_SHARE,
    /** The part of the siblings that are terms. */
    TERM_SHARE,
    /** The part of the siblings that are words or slugs. */
    WORD_SHARE,
    /** The part of the siblings that have opaque shapes. */
    OPAQUE_SHARE,
    /** The number of siblings whose names were not kept. */
    OVERFLOW_COUNT,
    /** The part of the siblings at which some rows end. */
    ENDING_SIBLING_SHARE,

    // The prefix before the siblings.
    /** The number of segments of the prefix. */
    DEPTH,
    /** The number of placeholders in the prefix. */
    PLACEHOLDERS,
    /** 1 if the prefix ends in a placeholder, else 0. */
    AFTER_PLACEHOLDER,
    /** 1 if the segment before the prefix's last is a placeholder, else 0. */
    TWO_AFTER_PLACEHOLDER,
    /** 1 if the prefix ends in a literal that ends like a plural, else 0. */
    AFTER_PLURAL,
    /** 0 if the prefix ends in no literal, 2 if in a term, 3 if in a version, 1 if in another literal. */
    BEFORE_SHAPE,
    /** The logarithm of the number of tree nodes that the prefix stands for. */
    PARENTS,
    /** The part of the prefix's rows that end at the prefix. */
    PARENT_ENDING_SHARE,
    /** 1 if POST requests end at the prefix, else 0. */
    PARENT_ENDS_POST,
    /** 1 if GET requests end at the prefix, else 0. */
    PARENT_ENDS_GET,

    // Sites of pages and their files.
    /** The part of the host's rows that are for pages and the files that pages load. */
    SITE_SHARE,
    /** What files of the extension are for: pages, programs, media, data or others; 0 without an extension. */
    EXTENSION_GROUP,
    /** The part of the siblings that are files. */
    FILE_SHARE,

    // Second round: the probabilities of the first.
    /** The probability of the first round. */
    FIRST,
    /** The mean probability of the other siblings. */
    FIRST_OTHERS,
    /** The mean probability of the other siblings of the same shape. */
    FIRST_SAME_SHAPE,
    /** The mean probability of the same text at other prefixes. */
    FIRST_ELSEWHERE,
    /** The mean probability of the same text at other prefixes that end alike. */
    FIRST_ELSEWHERE_ALIKE,
    /** The expected number of parameter values among the other siblings. */
    OTHER_VALUES,
    /** The expected number of literals among the other siblings. */
    OTHER_LITERALS,
    /** The part of the other siblings that are likely parameter values; 0 if there are none. */
    OTHER_LIKELY_SHARE,
    /** The highest probability of another sibling. */
    OTHER_HIGHEST,
    /** The lowest probability of another sibling; 2 if there are none. */
    OTHER_LOWEST,
    /** The mean probability of the other siblings that have no opaque shape. */
    OTHER_WORDS,
    /** The mean probability of the other siblings, weighted by rows. */
    OTHERS_BY_ROWS,
    /** The number of other siblings that are almost certainly parameter values. */
    OTHER_SURE_COUNT,

    // What follows, compared with what follows the likely parameter values among the other siblings.
    /** The cosine of the next tokens with those of likely values. */
    VALUE_NEXT_COSINE,
    /** The part of the rows whose next token likely values have. */
    VALUE_NEXT_SHARED,
    /** The cosine of the later tokens with those of likely values. */
    VALUE_LATER_COSINE,
    /** The part of the rows whose later token likely values have. */
    VALUE_LATER_SHARED,
    /** The cosine of the last tokens with those of likely values. */
    VALUE_LAST_COSINE,
    /** The part of the rows whose last token likely values have. */
    VALUE_LAST_SHARED,

    // What follows, compared with what follows the likely literals among the other siblings.
    /** The cosine of the next tokens with those of likely literals. */
    LITERAL_NEXT_COSINE,
    /** The part of the rows whose next token likely literals have. */
    LITERAL_NEXT_SHARED,
    /** The cosine of the later tokens with those of likely literals. */
    LITERAL_LATER_COSINE,
    /** The part of the rows whose later token likely literals have. */
    LITERAL_LATER_SHARED,
    /** The cosine of the last tokens with those of likely literals. */
    LITERAL_LAST_COSINE,
    /** The part of the rows whose last token likely literals have. */
    LITERAL_LAST_SHARED,

    // The subtree's signature: its paths once likely values are folded.
    /** How many damped standard deviations the signature differs from those of all siblings. */
    SIGNATURE_DEVIATIONS,
    /** How strongly the signature differs from those of all siblings, for each call. */
    SIGNATURE_STRENGTH,
    /** The mean part of the other siblings that have a path of the signature. */
    SIGNATURE_SPREAD,
    /** The median of {@link #SIGNATURE_DEVIATIONS} over all siblings. */
    SIGNATURE_MEDIAN_DEVIATIONS,
    /** The median of {@link #SIGNATURE_STRENGTH} over all siblings. */
    SIGNATURE_MEDIAN_STRENGTH,
    /** The median of {@link #SIGNATURE_SPREAD} over all siblings. */
    SIGNATURE_MEDIAN_SPREAD,
    /** The part of the signature's paths that other siblings have too. */
    SIGNATURE_COMMON_SHARE,
    /** The logarithm of the number of paths in the signature. */
    SIGNATURE_SIZE,
    /** The number of paths in the signature, divided by that in all siblings' signatures. */
    SIGNATURE_SIZE_SHARE,
    /** The logarithm of the number of paths in all siblings' signatures. */
    SIGNATURE_ALL_SIZE,
    /** The best Jaccard similarity with a single sibling's signature. */
    SIGNATURE_BEST_MATCH,
    /** The part of the siblings, compared one by one, whose signatures have a Jaccard similarity above 0.6. */
    SIGNATURE_GOOD_MATCH_SHARE,
    /** The mean Jaccard similarity with single siblings' signatures. */
    SIGNATURE_MEAN_MATCH,
    /** The best Jaccard similarity with the signature of a sibling of an opaque shape. */
    SIGNATURE_BEST_OPAQUE_MATCH,
    /** The number of siblings, compared one by one, whose signatures have a Jaccard similarity above 0.6. */
    SIGNATURE_GOOD_MATCH_COUNT,

    // Responses of "not found" on paths of literals only, where likely values count as values.
    /** {@link #NOT_FOUND} by the probabilities of the first round. */
    FOLDED_NOT_FOUND,
    /** {@link #ANSWERED} by the probabilities of the first round. */
    FOLDED_ANSWERED,
    /** {@link #NOT_FOUND_AT_OTHERS} by the probabilities of the first round. */
    FOLDED_NOT_FOUND_AT_OTHERS,
    /** {@link #ANSWERED_AT_OTHERS} by the probabilities of the first round. */
    FOLDED_ANSWERED_AT_OTHERS,
    /** {@link #NOT_FOUND_AT_UNKNOWN} by the probabilities of the first round. */
    FOLDED_NOT_FOUND_AT_UNKNOWN;

    /** The number of features of the first round. */
    public static final int FIRST_ROUND = FIRST.ordinal();

    /** The number of features of both rounds. */
    public static final int BOTH_ROUNDS = values().length;
}
