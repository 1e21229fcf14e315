using Lexicon.Local.CloudFormation;
using Lexicon.Local.Lambda;

namespace Lexicon.Local.Tests.Lambda;

public sealed class PermissionTests
{
    private const string Source = "arn:aws:execute-api:us-east-1:123456789012:abc/dev/GET/";

    [Fact]
    public async Task Service_WithoutPermission_IsDenied()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("echo");

        var error = await Assert.ThrowsAsync<LambdaServiceException>(() => lambda.InvokeAsync(arn, "{}", FromApi));

        Assert.Equal(
            ("AccessDeniedException", 403, "User: apigateway.amazonaws.com is not authorized to perform: lambda:InvokeFunction on "
                + $"resource: {arn}"),
            (error.ErrorType, error.StatusCode, error.Message));
    }

    [Fact]
    public async Task Service_WithARole_IsTheRole_AndNeedsNoPermissionOfItsOwn()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("echo");

        await lambda.AskAsync(arn, "{}", request => FromApi(request) with { RoleArn = RunningLambda.RoleOfApi });
    }

    [Fact]
    public async Task Service_WithARoleThatDoesNotTrustIt_IsDenied()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("echo");
        Permit(lambda, arn, Source);

        var error = await Assert.ThrowsAsync<LambdaServiceException>(
            () => lambda.InvokeAsync(arn, "{}", request => FromApi(request) with { RoleArn = RunningLambda.Role }));

        Assert.Equal(
            ("AccessDeniedException", 403, $"apigateway.amazonaws.com may not assume {RunningLambda.Role}"),
            (error.ErrorType, error.StatusCode, error.Message));
    }

    [Fact]
    public async Task Service_WithPermissionForItsSource_IsAllowed()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("echo");
        Permit(lambda, arn, Source);

        await lambda.AskAsync(arn, "{}", FromApi);
    }

    [Fact]
    public async Task Service_WithPermissionForAnotherSource_IsDenied()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("echo");
        Permit(lambda, arn, "arn:aws:execute-api:us-east-1:123456789012:other/dev/GET/");

        await Assert.ThrowsAsync<LambdaServiceException>(() => lambda.InvokeAsync(arn, "{}", FromApi));
    }

    [Fact]
    public async Task Service_ThatInvokesAsynchronously_NeedsThePermissionAsWell()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("echo");

        var error = await Assert.ThrowsAsync<LambdaServiceException>(() => lambda.InvokeAsync(arn, "{}", AsAnEvent));
        Permit(lambda, arn, Source);
        var accepted = await lambda.InvokeAsync(arn, "{}", AsAnEvent);

        Assert.Equal(("AccessDeniedException", 202), (error.ErrorType, accepted.StatusCode));
        await lambda.Logs.WaitForAsync(
            "/aws/lambda/echo", line => line.StartsWith($"REPORT RequestId: {accepted.RequestId}", StringComparison.Ordinal));

        static InvokeRequest AsAnEvent(InvokeRequest request) => FromApi(request) with { InvocationType = InvocationType.Event };
    }

    [Fact]
    public async Task Permission_ForAnAlias_DoesNotCoverTheFunctionItself()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("echo");
        lambda.Provision("AWS::Lambda::Version", "V1", """{ "FunctionName": "echo" }""");
        var alias = lambda.Provision(
            "AWS::Lambda::Alias", "Live", """{ "FunctionName": "echo", "FunctionVersion": "1", "Name": "live" }""").Ref;
        Permit(lambda, alias, Source);

        Assert.Equal("1", (await lambda.InvokeAsync(alias, "{}", FromApi)).ExecutedVersion);
        await Assert.ThrowsAsync<LambdaServiceException>(() => lambda.InvokeAsync(arn, "{}", FromApi));
    }

    [Fact]
    public async Task Permission_ForNoFunction_IsRefused()
    {
        await using var lambda = new RunningLambda();

        var refusal = Assert.Throws<StartupException>(() => Permit(lambda, "none", Source));

        Assert.Equal(
            "Test/Permission (AWS::Lambda::Permission): property 'FunctionName' is not supported locally: there is no function none",
            refusal.Message);
    }

    private static InvokeRequest FromApi(InvokeRequest request) =>
        request with { ServicePrincipal = "apigateway.amazonaws.com", SourceArn = Source };

    private static void Permit(RunningLambda lambda, string function, string source) =>
        lambda.Provision("AWS::Lambda::Permission", "Permission", $$"""
            { "Action": "lambda:InvokeFunction", "FunctionName": "{{function}}", "Principal": "apigateway.amazonaws.com",
              "SourceArn": "{{source}}" }
            """);
}
