using System.Collections.Immutable;
using Assay.Claims.Corrections;
using Assay.Formats;
using Assay.Formats.Packs;
using Assay.Formats.Records;
using Assay.Publishing.Desk;
using Assay.Publishing.Site;
using Assay.Publishing.Wording;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Desk;

/// <summary>Adding a sourced row to a local pack of the record.</summary>
internal static class RowEndpoints
{
    private const int LongestCell = 4000;

    public static void Map(IEndpointRouteBuilder desk, IEndpointRouteBuilder editing)
    {
        desk.MapGet("/rows", (HttpContext context, OpenDrafts drafts, LocalPacks packs, Frames frames) => AskAsync(null, context, drafts, packs, frames));
        desk.MapGet("/rows/{table}", AskAsync);
        editing.MapPost("/rows/{table}", AddAsync);
        editing.MapPost("/rows/{table}/lint", LintAsync);
    }

    private static async Task<IResult> AskAsync(string? table, HttpContext context, OpenDrafts drafts, LocalPacks packs, Frames frames)
    {
        var shown = PackTable.All.FirstOrDefault(one => one.Name == table);
        if (table is not null && shown is null) return Missing.Page(context, frames);
        var query = context.Request.Query;
        var (draft, claim) = (query["draft"].ToString(), query["claim"].ToString());
        var cells = ImmutableDictionary<string, string>.Empty;
        if (shown is not null && draft.Length > 0 && await drafts.FindAsync(draft, context) is { } open && open.IndexOf(claim) is >= 0 and var at)
            cells = RowPrefill.Of(shown, ClaimForm.Of(open.Article.Findings[at].Claim, open.Article.Evidence), query["subject"].ToString(), query["object"].ToString());
        var frame = frames.Own(context);
        return Page(Work(packs, shown, frame) with { Cells = cells, Draft = draft, Claim = claim, Pack = packs.Names.FirstOrDefault() ?? LocalPacks.First }, frame);
    }

    private static async Task<IResult> AddAsync(string table, HttpContext context, LocalPacks packs, LiveRecord record, Frames frames)
    {
        if (PackTable.All.FirstOrDefault(one => one.Name == table) is not { } shown) return Missing.Page(context, frames);
        var frame = frames.Own(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (pack, cells, draft, claim) = (form["pack"].ToString().Trim(), CellsOf(form), form["draft"].ToString(), form["claim"].ToString());
        var work = Work(packs, shown, frame) with { Pack = pack, Cells = cells, Draft = draft, Claim = claim };
        if (work.Closed.Length > 0) return Page(work, frame, StatusCodes.Status409Conflict);
        if (!LocalPacks.IsName(pack)) return Page(work with { Problems = [new RowProblem("pack", InterfaceLanguage.In(frame.Language, () => DeskWords.Say("PackHint")), [])] }, frame, StatusCodes.Status422UnprocessableEntity);
        try
        {
            var outcome = await packs.AddAsync(pack, shown, cells, context.RequestAborted);
            if (!outcome.Faults.IsEmpty) return Page(work with { Problems = ProblemsOf(outcome) }, frame, StatusCodes.Status422UnprocessableEntity);
            record.Refresh();
            return Page(work with { Added = outcome.Row, Cells = ImmutableDictionary<string, string>.Empty, Packs = packs.Names }, frame);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Page(work with { Problems = [new RowProblem("", InterfaceLanguage.In(frame.Language, () => DeskWords.Say("NotWritten", error.Message)), [])] }, frame, StatusCodes.Status500InternalServerError);
        }
        catch (InvalidDataFileException error)
        {
            return Page(work with { Problems = [new RowProblem("", error.Message, [])] }, frame, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> LintAsync(string table, HttpContext context, LocalPacks packs)
    {
        if (PackTable.All.FirstOrDefault(one => one.Name == table) is not { } shown || !packs.IsOpen) return Results.NotFound();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var pack = form["pack"].ToString().Trim();
        if (!LocalPacks.IsName(pack)) return Results.Json(new LintedRow([new LintedField("pack", InterfaceLanguage.In(Frames.Language(context), () => DeskWords.Say("PackHint")), [])], ""), DeskJson.Default.LintedRow);
        var outcome = await packs.LintAsync(pack, shown, CellsOf(form), context.RequestAborted);
        return Results.Json(new LintedRow([.. outcome.Faults.Select(fault => new LintedField(fault.Field, fault.Text, fault.Suggestions))], outcome.Faults.IsEmpty ? outcome.Row : ""), DeskJson.Default.LintedRow);
    }

    private static ImmutableDictionary<string, string> CellsOf(IFormCollection form) => form.Where(pair => pair.Value.Count == 1)
        .Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString().Trim())).Where(pair => pair.Value.Length is > 0 and <= LongestCell).ToImmutableDictionary(StringComparer.Ordinal);

    private static ImmutableArray<RowProblem> ProblemsOf(RowOutcome outcome) => [.. outcome.Faults.Select(fault => new RowProblem(fault.Field, fault.Text, fault.Suggestions))];

    private static RowWork Work(LocalPacks packs, PackTable? table, SiteFrame frame) => new()
    {
        Table = table, Packs = packs.Names, Pack = LocalPacks.First, Cells = ImmutableDictionary<string, string>.Empty,
        Closed = packs.IsOpen && frame.IsEditor ? "" : InterfaceLanguage.In(frame.Language, () => DeskWords.Say(packs.IsOpen ? "OnlyEditors" : "NoLocalPacks")),
    };

    private static HtmlPage Page(RowWork work, SiteFrame frame, int status = StatusCodes.Status200OK) => new(SitePages.Render<RowPage, RowWork>(work, frame), status);
}
