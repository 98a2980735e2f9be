using System.Collections.Immutable;
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

/// <summary>A claim of a draft: its finding, its form, dropping it.</summary>
internal static class ClaimEndpoints
{
    public static void Map(IEndpointRouteBuilder desk, IEndpointRouteBuilder editing)
    {
        desk.MapGet("/drafts/{id}/claims/{claim}", ShowAsync);
        editing.MapPost("/drafts/{id}/claims/{claim}", CorrectAsync);
        editing.MapPost("/drafts/{id}/claims/{claim}/drop", DropAsync);
    }

    /// <summary>What others did to claims after the revision that an editor saw.</summary>
    public static EditConflict Conflict(OpenDraft now, EditOutcome outcome, ImmutableArray<FormDifference> differences)
    {
        var numbers = outcome.Others.Select(edit => edit.Number).ToHashSet();
        return new EditConflict([.. now.History.Where(line => numbers.Contains(line.Edit.Edit.Number) || line.Edit.Undo is { } undo && numbers.Contains(undo.Number))], differences);
    }

    private static async Task<IResult> ShowAsync(string id, string claim, HttpContext context, OpenDrafts drafts, Frames frames)
    {
        if (await drafts.FindAsync(id, context) is not { } open) return Missing.Page(context, frames);
        if (open.IndexOf(claim) is var at && at < 0) return Gone(open, claim, frames.Own(context));
        return Page(Work(open, at), frames.Own(context));
    }

    private static async Task<IResult> CorrectAsync(string id, string claim, HttpContext context, OpenDrafts drafts, Store store, Frames frames)
    {
        if (await drafts.FindAsync(id, context) is not { } open) return Missing.Page(context, frames);
        var frame = frames.Own(context);
        if (open.IndexOf(claim) is var at && at < 0) return Gone(open, claim, frame);
        var sent = await context.Request.ReadFormAsync(context.RequestAborted);
        var seen = DraftEndpoints.Number(sent["seen"]);
        var record = open.Check.Record;
        var names = record.Names.Entities;
        var form = PostedForms.Read(sent, "", names);
        if (sent["take"].ToString() is { Length: > 0 } taken) form = PostedForms.Taking(form, "", taken, names);
        var current = open.Article.Findings[at].Claim;
        var work = Work(open, at) with { Seen = seen, IsOpen = true, Form = View(open, form) };
        if (sent["again"].Count > 0 || sent["take"].Count > 0) return Page(work, frame);
        var reading = record.Assayer.Forms.Read(form, new ClaimPlace(claim, new QuotedSpan(current.Span, current.Quote), open.Article.AsOf, open.Article.Article.Language), current);
        if (!reading.Problems.IsEmpty) return Page(work with { Form = work.Form with { Problems = reading.Problems } }, frame, StatusCodes.Status422UnprocessableEntity);
        if (form == ClaimForm.Of(current, open.Article.Evidence)) return Results.LocalRedirect(work.Path);
        var correction = new Correction.Change(ClaimRef.Of(current), form);
        var outcome = await store.Drafts.EditAsync(id, seen, [claim], "change", CorrectionsJson.ToText(correction), context.User.Identity!.Name!, context.RequestAborted);
        if (outcome.IsKept) return Results.LocalRedirect(work.Path);
        var now = (await drafts.FindAsync(id, context))!;
        if (now.IndexOf(claim) is var place && place < 0) return Gone(now, claim, frame);
        var theirs = ClaimForm.Of(now.Article.Findings[place].Claim, now.Article.Evidence);
        return Page(Work(now, place) with { Seen = outcome.Revision, IsOpen = true, Form = View(now, form), Conflict = Conflict(now, outcome, FormDifference.Between(theirs, form, now.Article.Evidence)) }, frame, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> DropAsync(string id, string claim, HttpContext context, OpenDrafts drafts, Store store, Frames frames)
    {
        if (await drafts.FindAsync(id, context) is not { } open) return Missing.Page(context, frames);
        var frame = frames.Own(context);
        if (open.IndexOf(claim) is var at && at < 0) return Gone(open, claim, frame);
        var sent = await context.Request.ReadFormAsync(context.RequestAborted);
        var reason = sent["reason"].ToString().Trim();
        if (reason.Length is 0 or > 500)
            return Page(Work(open, at) with { Reason = reason, ReasonProblem = InterfaceLanguage.In(frame.Language, () => DeskWords.Say("ReasonNeeded")) }, frame, StatusCodes.Status422UnprocessableEntity);
        var correction = new Correction.Drop(ClaimRef.Of(open.Article.Findings[at].Claim), reason);
        var outcome = await store.Drafts.EditAsync(id, DraftEndpoints.Number(sent["seen"]), [claim], "drop", CorrectionsJson.ToText(correction), context.User.Identity!.Name!, context.RequestAborted);
        if (outcome.IsKept) return Results.LocalRedirect($"/desk/drafts/{id}");
        var now = (await drafts.FindAsync(id, context))!;
        if (now.IndexOf(claim) is var place && place < 0) return Gone(now, claim, frame);
        return Page(Work(now, place) with { Seen = outcome.Revision, Reason = reason, Conflict = Conflict(now, outcome, []) }, frame, StatusCodes.Status409Conflict);
    }

    private static ClaimWork Work(OpenDraft open, int at)
    {
        var claim = open.Article.Findings[at].Claim;
        var edits = open.Check.Edits.Of(claim.Id, open.Article);
        return new ClaimWork
        {
            In = open.In, Number = at + 1, Seen = open.Draft.Revision, Form = View(open, ClaimForm.Of(claim, open.Article.Evidence)), IsSearching = !open.Check.Searched.IsCompleted,
            History = [.. open.History.Where(line => edits.Contains(line.Edit)).Reverse()],
        };
    }

    internal static FormView View(OpenDraft open, ClaimForm form) => new()
    {
        Form = PostedForms.Shown(form, open.Check.Record.Names.Entities, open.Article.Evidence), Choices = open.Check.Record.Assayer.Forms.ChoicesOf,
    };

    private static HtmlPage Page(ClaimWork work, SiteFrame frame, int status = StatusCodes.Status200OK) => new(SitePages.Render<ClaimPage, ClaimWork>(work, frame), status);

    /// <summary>That a claim was dropped or went into another, and what was done to it.</summary>
    private static HtmlPage Gone(OpenDraft open, string claim, SiteFrame frame)
    {
        var edits = open.Check.Edits.Of(claim, open.Article);
        var lines = open.History.Where(line => edits.Contains(line.Edit)).Reverse().ToImmutableArray();
        return new HtmlPage(SitePages.Render<GoneClaimPage, GoneClaim>(new GoneClaim(open.In, claim, lines), frame), StatusCodes.Status404NotFound);
    }
}
