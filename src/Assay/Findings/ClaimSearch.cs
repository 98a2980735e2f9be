using System.Collections.Immutable;

namespace Assay.Findings;

/// <summary>A claim of a checked article that somebody pointed at, or a passage that is none.</summary>
/// <param name="Finding">The finding on the claim; null: it is a passage that is not checkable.</param>
/// <param name="Passage">That passage; null: it is a claim.</param>
public sealed record FoundClaim(Finding? Finding, Claims.NotCheckable? Passage);

/// <summary>Finds the claim of a checked article that somebody means.</summary>
public static class ClaimSearch
{
    private const int MostShown = 5;

    /// <summary>By its id, <c>c3</c>, or its number.</summary>
    /// <param name="result">The article.</param>
    /// <param name="said">The id or number.</param>
    /// <param name="name">How the article is called where it has no such claim.</param>
    /// <exception cref="AskingException">There is none.</exception>
    public static FoundClaim ById(CheckedArticle result, string said, string name)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(said);
        var id = said.All(char.IsAsciiDigit) ? $"c{said}" : said;
        if (result.Findings.FirstOrDefault(finding => finding.Claim.Id == id) is { } found) return new FoundClaim(found, null);
        if (result.NotCheckable.FirstOrDefault(passage => passage.Id == id) is { } passage) return new FoundClaim(null, passage);
        throw new AskingException($"{name} has no claim '{id}'{Hint(id, result)}");
    }

    /// <summary>By words of the text: the claim that they are, that holds them, or that they hold.</summary>
    /// <param name="result">The article.</param>
    /// <param name="quote">Words as they stand in it; capitals and blanks count for nothing.</param>
    /// <param name="name">How the article is called where it has no such claim.</param>
    /// <exception cref="AskingException">There is none, or there are several.</exception>
    public static FoundClaim ByQuote(CheckedArticle result, string quote, string name)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(quote);
        var words = Plain(quote);
        var candidates = result.Findings.Select(finding => (Claim: new FoundClaim(finding, null), finding.Claim.Id, finding.Claim.Quote))
            .Concat(result.NotCheckable.Select(passage => (Claim: new FoundClaim(null, passage), passage.Id, passage.Quote))).ToImmutableArray();
        Func<string, bool>[] ways = [one => one == words, one => one.Contains(words, StringComparison.Ordinal), one => words.Contains(one, StringComparison.Ordinal)];
        foreach (var fits in words.Length == 0 ? [] : ways)
        {
            var found = candidates.Where(one => fits(Plain(one.Quote))).ToList();
            if (found.Count == 1) return found[0].Claim;
            if (found.Count > 1)
                throw new AskingException($"those words of {name} stand in several claims: {string.Join(", ", found.Take(MostShown).Select(one => $"{one.Id} (\"{one.Quote}\")"))}{(found.Count > MostShown ? " …" : "")}; give the id of one");
        }
        throw new AskingException($"{name} has no claim with the words \"{quote}\"{(result.Findings.IsEmpty ? ": no claim was found in it" : $": its claims are {string.Join(", ", result.Findings.Take(MostShown).Select(one => $"{one.Claim.Id} (\"{one.Claim.Quote}\")"))}{(result.Findings.Length > MostShown ? " …" : "")}")}");
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    private static string Hint(string id, CheckedArticle result) => result.Findings switch
    {
        [] => ": none was found in it",
        [var only] => $": its only claim is {only.Claim.Id}",
        [var first, .., var last] =>
            $"{Suggestion.For(id, result.Findings.Select(finding => finding.Claim.Id))}: its claims are {first.Claim.Id} to {last.Claim.Id}",
    };
}
