namespace Assay.Tests.Fuzz;

/// <summary>Words that frames are made of, and characters and figures that readers stumble over.</summary>
internal static class HostileWords
{
    public static readonly string[] All =
    [
        "Kazakhstan", "Russia's", "the CSTO", "Chevron", "is", "was", "not", "a member of", "belongs to", "owns", "signed", "and", ",", "which", "that", "if", "said", "25%", "about a quarter", "2,000.5.6", "99999999999999999999", "1e9",
        "31 February 2024", "2024-13-45", "last year", "in May", "0 %", "strategic partnership", "agreement", "crude oil", "rest", "it", "its", "they", "the company", "(", ")", "[", "\"", "“", "'s", "’", "--", "…", ".", "?", "!", ":", ";", "\n", "\r\n", "\t",
        "\u202e", "\u2066", "\u200b", "\ufeff", "\0", "\ud800", "\udc00", "😀", "é", "e\u0301", "İ", "ǅ", "ß", "٣٤", "½", "中国", "Title:", "Date: 2024-02-30",
    ];
}
