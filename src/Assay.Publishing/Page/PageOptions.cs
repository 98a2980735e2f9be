namespace Assay.Publishing.Page;

/// <summary>How a page is made. <c>default</c> shows the whole article and says nothing of rules, version or replay.</summary>
public readonly record struct PageOptions
{
    /// <summary>Shows only the sentences that hold a claim, for articles that may not be republished whole.</summary>
    public bool QuotesOnly { get; init; }

    /// <summary>What the replay of the proofs gave, in a sentence; null where they were not replayed.</summary>
    public string? ReplayNote { get; init; }

    /// <summary>The version of the program; null: not said.</summary>
    public string? Version { get; init; }

    /// <summary>The language of the page's own words (<see cref="Wording.InterfaceLanguage"/>); null: English.</summary>
    public string? Language { get; init; }

    /// <summary>SHA-256 over the rule files; null: not said.</summary>
    public string? RulesSha256 { get; init; }
}
