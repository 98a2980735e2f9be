using System.CommandLine;

namespace Assay.Cli;

/// <summary><c>assay link</c>: the verbs about which entities are one.</summary>
internal static class LinkVerb
{
    public static Verb Create() => new(new Command("link", "Say which entities of different packs are one."), "assay link find packs/gleif --write", "assay link review packs/gleif", "assay link score pairs.csv");

    /// <summary>The verbs under it.</summary>
    public static IEnumerable<Verb> All(Terminal terminal, TimeProvider time) =>
    [
        new LinkFindVerb(terminal, time).Create(), new LinkReviewVerb(terminal, time).Create(), new LinkListVerb(terminal).Create(), new LinkUndoVerb(terminal).Create(),
        new LinkExplainVerb(terminal).Create(), new LinkScoreVerb(terminal).Create(),
    ];
}
