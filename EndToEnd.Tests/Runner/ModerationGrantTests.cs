using System.Net;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Runner;

/// <summary>Each grant of the roles of reports and moderation is needed: taken away, one by one, what it is for is denied.</summary>
[Trait("Where", "Local")]
public sealed class ModerationGrantTests
{
    [Fact]
    public async Task ReportTerm_WithoutPublish_TakesNoReport()
    {
        using var assembly = new ChangedAssembly();
        assembly.Revoke("ReportTermRole", "sns:Publish");
        await using var moderated = await ModeratedRunner.StartAsync(assembly);

        var refused = await moderated.ReportAsync();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "/problems/busy"), (refused.Status, refused.Text("type")));
    }

    [Theory]
    [InlineData("dynamodb:BatchGetItem")]
    [InlineData("dynamodb:PutItem")]
    public async Task FileReport_WithoutAGrant_IsDenied(string action)
    {
        using var assembly = new ChangedAssembly();
        assembly.Revoke("FileReportRole", action);
        await using var moderated = await ModeratedRunner.StartAsync(assembly);

        Assert.Equal(HttpStatusCode.Accepted, (await moderated.ReportAsync()).Status);

        Assert.True(await moderated.SaysAsync($"is not authorized to perform: {action}"));
        Assert.Empty((await moderated.Moderator.ListAsync())["items"].AsArray());
    }

    [Theory]
    [InlineData("ReceiveMessage")]
    [InlineData("DeleteMessage")]
    [InlineData("GetQueueAttributes")]
    public async Task FileReport_WithoutItsQueue_IsNotEvenStarted(string operation)
    {
        using var assembly = new ChangedAssembly();
        assembly.Revoke("FileReportRole", $"sqs:{operation}");
        var data = Directory.CreateTempSubdirectory("lexicon-moderated-").FullName;

        var (exitCode, output) = await LocalRunner.RunAsync(["--assembly", assembly.Folder, "--data", data, "--port", "0"]);

        Assert.Equal(1, exitCode);
        Assert.Contains(
            $"The provided execution role does not have permissions to call {operation} on SQS", output, StringComparison.Ordinal);
        Directory.Delete(data, recursive: true);
    }

    [Theory]
    [InlineData("dynamodb:Query")]
    [InlineData("dynamodb:BatchGetItem")]
    public async Task ListReports_WithoutAGrant_IsDenied(string action)
    {
        using var assembly = new ChangedAssembly();
        assembly.Revoke("ListReportsRole", action);
        await using var moderated = await ModeratedRunner.StartAsync(assembly);
        await moderated.ReportAsync();

        var refused = await moderated.UntilFiledAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, refused.Status);
        Assert.True(await moderated.SaysAsync($"is not authorized to perform: {action}"));
    }

    [Theory]
    [InlineData("dynamodb:GetItem")]
    [InlineData("dynamodb:BatchGetItem")]
    [InlineData("dynamodb:PutItem")]
    [InlineData("dynamodb:DeleteItem")]
    public async Task DecideReport_WithoutAGrant_IsDenied_AndNothingIsDecided(string action)
    {
        using var assembly = new ChangedAssembly();
        assembly.Revoke("DecideReportRole", action);
        await using var moderated = await ModeratedRunner.StartAsync(assembly);
        await moderated.ReportAsync();
        var report = (string)(await moderated.UntilFiledAsync())["items"][0]!["id"]!;

        var refused = await moderated.Moderator.DecideAsync(report, "hide", "Why.");

        Assert.Equal(HttpStatusCode.InternalServerError, refused.Status);
        Assert.True(await moderated.SaysAsync($"is not authorized to perform: {action}"));
        Assert.Single((await moderated.Moderator.ListAsync())["items"].AsArray());
        Assert.Null((await moderated.Owner.GetAsync(
            $"/api/me/glossaries/{moderated.GlossaryId}/terms/{moderated.TermId}")).Body!["hidden"]);
    }

    [Theory]
    [InlineData("/GET/")]
    [InlineData("/POST/")]
    public async Task Moderator_WithoutARoute_IsDeniedIt(string route)
    {
        using var assembly = new ChangedAssembly();
        assembly.Revoke("ModeratorsRole", "execute-api:Invoke", route);
        await using var moderated = await ModeratedRunner.StartAsync(assembly);

        var refused = route is "/GET/"
            ? await moderated.Moderator.ListAsync()
            : await moderated.Moderator.DecideAsync("01ARZ3NDEKTSV4RRFFQ69G5FAV", "hide", "Why.");

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("is not authorized to perform: execute-api:Invoke", refused.Text("detail"), StringComparison.Ordinal);
    }
}
