using System.Collections.Immutable;
using Assay.Articles;
using Assay.Claims;
using Assay.Claims.Corrections;
using Assay.Formats.Json;
using Assay.Publishing.Desk;
using Assay.Publishing.Site;
using Assay.Publishing.Wording;
using Assay.Storage;
using Assay.Storage.Drafts;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Desk;

/// <summary>Claims made of words that an editor marks: one more, several of one, one of several.</summary>
internal static class PartEndpoints
{
    private const int MostParts = 6;

    public static void Map(IEndpointRouteBuilder desk, IEndpointRouteBuilder editing)
    {
        desk.MapGet("/drafts/{id}/add", (string id, HttpContext context, OpenDrafts drafts, Frames frames) => AskAsync("add", id, "", context, drafts, frames));
        desk.MapGet("/drafts/{id}/merge", (string id, HttpContext context, OpenDrafts drafts, Frames frames) => AskAsync("merge", id, "", context, drafts, frames));
        desk.MapGet("/drafts/{id}/claims/{claim}/split", (string id, string claim, HttpContext context, OpenDrafts drafts, Frames frames) => AskAsync("split", id, claim, context, drafts, frames));
        editing.MapPost("/drafts/{id}/add", (string id, HttpContext context, OpenDrafts drafts, Store store, Frames frames) => MakeAsync("add", id, "", context, drafts, store, frames));
        editing.MapPost("/drafts/{id}/merge", (string id, HttpContext context, OpenDrafts drafts, Store store, Frames frames) => MakeAsync("merge", id, "", context, drafts, store, frames));
        editing.MapPost("/drafts/{id}/claims/{claim}/split", (string id, string claim, HttpContext context, OpenDrafts drafts, Store store, Frames frames) => MakeAsync("split", id, claim, context, drafts, store, frames));
    }

    private static async Task<IResult> AskAsync(string task, string id, string claim, HttpContext context, OpenDrafts drafts, Frames frames)
    {
        if (await drafts.FindAsync(id, context) is not { } open) return Missing.Page(context, frames);
        if (task == "split" && open.IndexOf(claim) < 0) return Results.LocalRedirect($"/desk/drafts/{id}/claims/{claim}");
        var chosen = task == "merge" ? context.Request.Query["claim"].OfType<string>().Where(one => open.IndexOf(one) >= 0).ToImmutableArray() : [];
        var first = chosen.FirstOrDefault() ?? claim;
        var known = open.IndexOf(first) is >= 0 and var at ? open.Article.Findings[at].Claim : null;
        var form = known is null ? new ClaimForm { Kind = ClaimKind.Other } : ClaimForm.Of(known, open.Article.Evidence);
        var words = task == "add" ? context.Request.Query["words"].ToString() : known?.Quote ?? "";
        var view = ClaimEndpoints.View(open, form) with { Words = words };
        return Page(new PartsWork { In = open.In, Task = task, Claim = claim, Chosen = chosen, Seen = open.Draft.Revision, Parts = task == "split" ? [view, view] : [view] }, frames.Own(context));
    }

    private static async Task<IResult> MakeAsync(string task, string id, string claim, HttpContext context, OpenDrafts drafts, Store store, Frames frames)
    {
        if (await drafts.FindAsync(id, context) is not { } open) return Missing.Page(context, frames);
        var frame = frames.Own(context);
        var sent = await context.Request.ReadFormAsync(context.RequestAborted);
        var made = InterfaceLanguage.In(frame.Language, () => Read(task, claim, open, sent));
        if (sent["again"].Count > 0 || sent["take"].Count > 0) return Page(made.Work, frame);
        if (made.Correction is not { } correction) return Page(made.Work, frame, StatusCodes.Status422UnprocessableEntity);
        ImmutableArray<string> claims = [.. correction.Corrects.Select(one => one.Id)];
        var outcome = await store.Drafts.EditAsync(id, made.Work.Seen, claims, task, CorrectionsJson.ToText(correction), context.User.Identity!.Name!, context.RequestAborted);
        var now = (await drafts.FindAsync(id, context))!;
        if (!outcome.IsKept) return Page(made.Work with { In = now.In, Seen = outcome.Revision, Conflict = ClaimEndpoints.Conflict(now, outcome, []) }, frame, StatusCodes.Status409Conflict);
        // The claim that came of it, so that its verdict is the next thing seen.
        var place = now.Check.Edits.All.Length - 1;
        var result = now.Article.Findings.FirstOrDefault(finding => finding.Claim.Correction?.By.Contains(place) == true);
        return Results.LocalRedirect(result is null ? $"/desk/drafts/{id}" : $"/desk/drafts/{id}/claims/{result.Claim.Id}");
    }

    private sealed record Made(PartsWork Work, Correction? Correction);

    private static Made Read(string task, string claim, OpenDraft open, IFormCollection sent)
    {
        var names = open.Check.Record.Names.Entities;
        var known = open.IndexOf(claim) is >= 0 and var at ? open.Article.Findings[at].Claim : null;
        var count = task == "split" ? (int)Math.Clamp(DraftEndpoints.Number(sent["parts"]), 2, MostParts) : 1;
        var parts = ImmutableArray.CreateBuilder<FormView>();
        var forms = new List<FormAt>();
        ImmutableArray<string> chosen = task == "merge" ? [.. sent["claim"].OfType<string>().Distinct()] : [];
        var merged = chosen.Select(open.IndexOf).Where(place => place >= 0).Select(place => open.Article.Findings[place].Claim).ToList();
        for (var number = 0; number < count; number++)
        {
            var prefix = PartsPage.Prefix(number);
            var form = PostedForms.Read(sent, prefix, names);
            if (sent["take"].ToString() is { Length: > 0 } taken) form = PostedForms.Taking(form, prefix, taken, names);
            var words = sent[$"{prefix}words"].ToString();
            var (span, problem) = task == "merge" ? (Cover(merged), null) : Place(open, known, words);
            var problems = ImmutableArray.CreateBuilder<FormProblem>();
            if (problem is not null) problems.Add(problem);
            if (span is { } found)
            {
                var quoted = QuotedSpan.Of(open.Article.Article, found);
                problems.AddRange(open.Check.Record.Assayer.Forms.Read(form, new ClaimPlace("c0", quoted, open.Article.AsOf, open.Article.Article.Language), known ?? merged.FirstOrDefault()).Problems);
                forms.Add(new FormAt(quoted, form));
            }
            parts.Add(ClaimEndpoints.View(open, form) with { Words = words, Problems = sent["again"].Count > 0 || sent["take"].Count > 0 ? [] : problems.ToImmutable() });
        }
        if (task == "split" && sent["again"] == "more" && parts.Count < MostParts) parts.Add(parts[^1] with { Words = "" });
        var problemOfAll = task == "merge" && merged.Count < 2 ? DeskWords.Say("TwoNeeded") : task == "split" && known is null ? DeskWords.Say("GoneIntro") : "";
        var work = new PartsWork { In = open.In, Task = task, Claim = claim, Chosen = chosen, Seen = DraftEndpoints.Number(sent["seen"]), Parts = parts.ToImmutable(), Problem = problemOfAll };
        if (problemOfAll.Length > 0 || work.Parts.Any(part => !part.Problems.IsEmpty) || forms.Count < count) return new Made(work, null);
        return new Made(work, task switch
        {
            "split" => new Correction.Split(ClaimRef.Of(known!), [.. forms]),
            "merge" => new Correction.Merge([.. merged.Select(ClaimRef.Of)], forms[0].Form),
            _ => new Correction.Add(forms[0]),
        });
    }

    private static TextSpan? Cover(List<Claim> claims) => claims.Count < 2 ? null : claims.Aggregate(claims[0].Span, (cover, claim) => cover.Cover(claim.Span));

    private static (TextSpan? Span, FormProblem? Problem) Place(OpenDraft open, Claim? within, string words)
    {
        var article = open.Article.Article;
        var found = within is null ? [] : WordsInText.Find(article, within.Span, words);
        if (found.IsEmpty) found = WordsInText.Find(article, article.Body, words);
        return found switch
        {
            [var only] => (only, null),
            [] => (null, new FormProblem("words", words.Length == 0 ? "missing" : "unknown", words.Length > 80 ? words[..80] + "…" : words, DeskWords.Say("WordsAccepted"))),
            _ => (null, new FormProblem("words", "several", words.Length > 80 ? words[..80] + "…" : words, DeskWords.Say("WordsOnce", found.Length))),
        };
    }

    private static HtmlPage Page(PartsWork work, SiteFrame frame, int status = StatusCodes.Status200OK) => new(SitePages.Render<PartsPage, PartsWork>(work, frame), status);
}
