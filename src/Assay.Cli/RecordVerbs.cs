namespace Assay.Cli;

/// <summary>The verbs that read the record by itself, without an article.</summary>
internal static class RecordVerbs
{
    public static IEnumerable<Verb> Create(Terminal terminal, TimeProvider time) =>
    [
        new OwnVerb(terminal, time).Create(),
        new MembersVerb(terminal, time).Create(),
        new AgreementsVerb(terminal, time).Create(),
        new RankVerb(terminal, time).Create(),
        new RoutesVerb(terminal, time).Create(),
        new TiesVerb(terminal, time).Create(),
        new AskVerb(terminal, time).Create(),
    ];
}
