using Microsoft.Extensions.Logging;

namespace Assay.Web.Mcp;

/// <summary>All tools of the server, in the order in which they are listed, and what an agent is told before it takes one.</summary>
internal static class AssayTools
{
    /// <summary>How the server names itself.</summary>
    public const string ServerName = "assay";

    /// <summary>What an agent is told of the whole.</summary>
    public const string Instructions = """
        Assay sets claims beside a public record of who owns, belongs to and is bound to whom: states, bodies, agreements, companies, fields, mines, routes. You bring the reading, it brings the record.
        To check what a text claims: check_text, then explain_finding for the proof of one finding. Where check_text misses or misreads a claim, read it yourself and put it as a form: check_claim. To know what the record holds: ask for a question in words; owners, members, agreements or ties for a subject. find_entity gives ids where a name is not known or can mean several.
        What the record does not say is unknown, not false: "the record is silent" is no refutation, so do not report it as one. A verdict is a machine's; "not enough evidence" means that the record does not settle it. Tell the user the sources, which stand at the end of every answer, and the day asked about.
        """;

    /// <summary>The tools, over a desk.</summary>
    public static IEnumerable<AssayTool> Over(ToolDesk desk, ILogger log) => Forms.Select(form => new AssayTool(form, desk, log));

    /// <summary>What each is and does.</summary>
    public static IReadOnlyList<ToolForm> Forms { get; } = [.. ArticleTools.Forms, ClaimTool.Form, .. RecordTools.Forms];
}
