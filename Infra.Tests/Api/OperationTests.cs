namespace Lexicon.Infra.Tests.Api;

/// <summary>One operation of the route table is one function, which may do what the table of permissions says and no more.</summary>
public sealed class OperationTests
{
    /// <summary>
    /// Its message names the file; the other tests take an operation of which nothing is said for one that may do nothing.
    /// </summary>
    [Fact]
    public void EveryOperation_IsSaidWhatItMayDo() => Infra.Permissions.EnsureComplete(Routes.All);

    /// <summary>What a role may do beside, rules hold: its log, its traces, its dead letters. docs/data-model.md has the table.</summary>
    [Theory, InEveryVariant]
    public void EachFunction_MayDoWithTheTableWhatItsOperationIsGranted_AndNoMore(string stage)
    {
        var api = Stages.Named(stage).Api;
        var table = $"arn:aws:dynamodb:us-east-1:${{AWS::AccountId}}:table/${{import {api.StackName[..^4]}-Data-TableName}}";
        Assert.All(FunctionsOf(api), function => Assert.Equal(
            Infra.Permissions.For(OperationOf(function)).Select(permission => Granted(permission, table)).Order(StringComparer.Ordinal),
            Statement.Of(api.Behind(function.Text("Role")), api).Where(statement => !IsOfTheSetup(statement))
                .Select(statement => $"{statement}").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void WhoOnlyReads_ChangesNothing_ButTheDueListWhichForgetsWhatIsGone() => Assert.All(
        Routes.All.Where(route => route.Method == "GET" && route.Operation != "ListDueTerms"),
        route => Assert.All(
            Infra.Permissions.For(route.Operation).SelectMany(permission => permission.Actions),
            action => Assert.True(action is "dynamodb:GetItem" or "dynamodb:BatchGetItem" or "dynamodb:Query", action)));

    [Fact]
    public void WhoNeedNotSignIn_ReachesNoReaderAndNoStudy() => Assert.All(
        Routes.All.Where(route => route.Access == Audience.Anyone),
        route => Assert.All(
            Infra.Permissions.For(route.Operation).SelectMany(permission => permission.LeadingKeys),
            keys => Assert.True(keys is "GLOSSARY#*" or "TICKET#*", keys)));

    [Theory, InEveryVariant]
    public void EveryRoute_HasOneFunctionOfItsOwn_OfOnePackage(string stage)
    {
        var functions = FunctionsOf(Stages.Named(stage).Api).ToList();
        Assert.Equal(Routes.All.Select(route => route.Operation), functions.Select(OperationOf));
        Assert.Single(functions.Select(function => function.Text("Code.S3Key")).Distinct());
    }

    [Theory, InEveryVariant]
    public void EachFunction_StartsFast_AndEndsBeforeTheApiStopsWaiting(string stage) =>
        Assert.All(FunctionsOf(Stages.Named(stage).Api), function =>
    {
        function.Says(
            ("Handler", "Lexicon.Functions"), ("Runtime", stage == "full" ? "provided.al2023" : "dotnet10"),
            ("Architectures", stage == "full" ? "arm64" : "x86_64"), ("MemorySize", "1024"),
            ("Environment.Variables.TABLE_NAME", $"${{import Lexicon-{Stages.Named(stage).Name}-Data-TableName}}"),
            ("Environment.Variables.METRICS_NAMESPACE", $"Lexicon-{Stages.Named(stage).Name}"),
            ("Environment.Variables.ALLOWED_ORIGINS", stage == "full" ? "https://example.org" : ""));
        Assert.All(Infra.Api.StartUp.Environment, variable => function.Says(($"Environment.Variables.{variable.Key}", variable.Value)));
        Assert.InRange(int.Parse(function.Text("Timeout"), null), 5, 28);
    });

    private static IEnumerable<Resource> FunctionsOf(Template api) => api.OfType("AWS::Lambda::Function");

    private static string OperationOf(Resource function) => function.Text("Environment.Variables.OPERATION");

    // What it may do with the table's own key, where there is one: ApiOptionTests.
    private static bool IsOfTheSetup(Statement statement) => statement.Actions[0].Split(':')[0] is "logs" or "xray" or "sqs" or "kms";

    private static string Granted(Infra.Security.TablePermission permission, string table)
    {
        var (actions, keys) = (string.Join(
            ", ", permission.Actions.Order(StringComparer.Ordinal)), string.Join(", ", permission.LeadingKeys));
        var on = permission.Index is null ? table : $"{table}/index/{permission.Index}";
        return $"{actions} on {on}{(keys.Length == 0 ? "" : $" if ForAllValues:StringLike dynamodb:LeadingKeys {keys}")}";
    }
}
