using System.Text.Json;
using Assay.Publishing.Site;
using Assay.Publishing.Wording;
using Assay.Storage;
using Assay.Storage.Published;
using Assay.Storage.Reactions;
using Assay.Web.Accounts;
using Assay.Web.Operations;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Reactions;

/// <summary>Reactions for the script of the pages: the same as by forms, without leaving the page.</summary>
internal static class ReactionJsonEndpoints
{
    private const int MostBytes = 4096;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/a/{article}/reactions.json", ShowAsync).WithMetadata(new ForPrograms()).WithSummary("The reactions to an article and its findings, and the order they give.");
        app.MapPost("/a/{article}/reactions.json", SetAsync).WithMetadata(new ForPrograms()).WithSummary("A reader's reaction; with the token that GET gives.");
    }

    // Reading gives no cookie: the token, which comes with one, is given where it is asked for (?token) or where the visitor has reacted before.
    private static async Task<IResult> ShowAsync(string article, HttpContext context, Store store, ReactionTargets targets, ReactionRanking ranking, ReaderCookie readers, IAntiforgery antiforgery)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await targets.FindAsync(article, context.RequestAborted) is not { } version) return Failure.NotFound;
        var reader = readers.Find(context);
        var own = reader is null ? new Dictionary<string, ReaderChoice>() : await store.Reactions.OfReaderAsync(article, reader, context.RequestAborted);
        TokenDocument? token = null;
        if (reader is not null || context.Request.Query.ContainsKey("token"))
        {
            var tokens = antiforgery.GetAndStoreTokens(context);
            token = new TokenDocument(tokens.HeaderName!, tokens.RequestToken!);
        }
        var language = Frames.Language(context);
        return Results.Json(new ReactionsDocument(article, [.. version.Findings.Select(finding => finding.Claim).Prepend("").Select(claim => Target(version, claim, ranking, own))],
            [.. ranking.Order(article, version.Findings).Select(finding => finding.Claim)], ReasonsIn(language), token), ReactionsJson.Default.ReactionsDocument);
    }

    private static List<ReasonDocument> ReasonsIn(string language) => InterfaceLanguage.In<List<ReasonDocument>>(language, () =>
    [
        .. ReactionReasons.Useful.Select(reason => new ReasonDocument(reason, true, ReactionReasons.Words(reason))),
        .. ReactionReasons.NotUseful.Select(reason => new ReasonDocument(reason, false, ReactionReasons.Words(reason))),
    ]);

    private static async Task<IResult> SetAsync(string article, HttpContext context, Store store, ReactionTargets targets, ReactionRanking ranking, ReaderCookie readers, IAntiforgery antiforgery)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!await antiforgery.IsRequestValidAsync(context)) return new Failure(StatusCodes.Status400BadRequest, "form-token", "The token is missing or too old", "Ask for this address with ?token again. Nothing was changed.");
        if (await ReadAsync(context) is not { } sent) return new Failure(StatusCodes.Status400BadRequest, "reaction", "This is no reaction", "One is written as {\"claim\":\"c1\",\"useful\":true,\"reason\":\"\"}. Nothing was changed.");
        if (sent.Useful is { } chosen ? !ReactionReasons.Has(chosen, sent.Reason) : sent.Reason.Length > 0) return ReactionEndpoints.Unfitting;
        if (await targets.FindAsync(article, context.RequestAborted) is not { } version || ReactionTargets.Of(version, sent.Claim) is not { } target)
            return Failure.NotFound;
        var reaction = new Reaction(target, readers.FindOrGive(context), sent.Useful, sent.Reason);
        await store.Reactions.SetAsync(reaction, context.RequestAborted);
        await ranking.NoteAsync(reaction, context.RequestAborted);
        var own = new Dictionary<string, ReaderChoice>();
        if (sent.Useful is { } useful) own[sent.Claim] = new ReaderChoice(useful, sent.Reason);
        return Results.Json(Target(version, sent.Claim, ranking, own), ReactionsJson.Default.TargetDocument);
    }

    private static TargetDocument Target(PublishedVersion version, string claim, ReactionRanking ranking, IReadOnlyDictionary<string, ReaderChoice> own)
    {
        var rank = ranking.Of(ReactionTargets.Of(version, claim)!.Value);
        return new TargetDocument(claim, rank.Counts.Useful, rank.Counts.NotUseful, rank.Score is { } score ? Math.Round(score, 4) : null, own.TryGetValue(claim, out var choice) ? new ChoiceDocument(choice.Useful, choice.Reason) : null);
    }

    // By JSON, or by the fields of a form.
    private static async Task<SentReaction?> ReadAsync(HttpContext context)
    {
        if (context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return form["useful"].ToString() switch
            {
                "yes" => new SentReaction(form["claim"].ToString(), true, form["reason"].ToString()),
                "no" => new SentReaction(form["claim"].ToString(), false, form["reason"].ToString()),
                "none" => new SentReaction(form["claim"].ToString(), null),
                _ => null,
            };
        }
        var bytes = new byte[MostBytes + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, context.RequestAborted);
        if (length > MostBytes) return null;
        try
        {
            return JsonSerializer.Deserialize(bytes.AsSpan(0, length), ReactionsJson.Default.SentReaction) is { Claim: not null, Reason: not null } sent ? sent : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
