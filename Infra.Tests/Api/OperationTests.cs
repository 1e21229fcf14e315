namespace Lexicon.Infra.Tests.Api;

/// <summary>One operation of the route table is one function, which may do what the table of permissions says and no more.</summary>
public sealed class OperationTests
{
    /// <summary>
    /// Its message names the file; the other tests take an operation of which nothing is said for one that may do nothing.
    /// </summary>
    [Fact]
    public void EveryOperation_IsSaidWhatItMayDo() => Infra.Permissions.EnsureComplete(
        [.. Routes.Handled.Select(route => route.Operation), .. Reactions.All.Select(reaction => reaction.Name)]);

    /// <summary>What a role may do beside, rules hold: its log, its traces, its dead letters. docs/data-model.md has the table.</summary>
    [Theory, InEveryVariant]
    public void EachFunction_MayDoWithTableAndImagesWhatItIsGranted_AndNoMore(string stage)
    {
        var name = Stages.Named(stage).Api.StackName[..^4];
        var table = $"arn:aws:dynamodb:us-east-1:${{AWS::AccountId}}:table/${{import {name}-Data-TableName}}";
        var images = $"arn:aws:s3:::${{import {name}-Data-ImagesBucketName}}";
        foreach (var template in (Template[])[Stages.Named(stage).Api, Stages.Named(stage).Stack("Events")])
        {
            Assert.All(FunctionsOf(template), function => Assert.Equal(
                Infra.Permissions.For(OperationOf(function)).Select(permission => Granted(permission, table))
                    .Concat(Infra.Permissions.OfImages(OperationOf(function)).SelectMany(permission => Granted(permission, images)))
                    .Order(StringComparer.Ordinal),
                Statement.Of(template.Behind(function.Text("Role")), template).Where(statement => !IsOfTheSetup(statement))
                    .Select(statement => $"{statement}").Order(StringComparer.Ordinal)));
        }
    }

    [Fact]
    public void WhoOnlyReads_ChangesNothing_ButTheDueListWhichForgetsWhatIsGone() => Assert.All(
        Routes.Handled.Where(route => route.Method == "GET" && route.Operation != "ListDueTerms"),
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
        Assert.Equal(Routes.Handled.Select(route => route.Operation), functions.Select(OperationOf));
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

    private static IEnumerable<string> Granted(Infra.Security.ImagesPermission permission, string images)
    {
        var onObjects = permission.Actions.Where(action => action != "s3:ListBucket").Order(StringComparer.Ordinal);
        yield return $"{string.Join(", ", onObjects)} on {images}/{permission.Prefix}*";
        if (permission.Actions.Contains("s3:ListBucket"))
        {
            yield return $"s3:ListBucket on {images} if StringLike s3:prefix {permission.Prefix}*";
        }
    }

    private static string Granted(Infra.Security.TablePermission permission, string table)
    {
        var (actions, keys) = (string.Join(
            ", ", permission.Actions.Order(StringComparer.Ordinal)), string.Join(", ", permission.LeadingKeys));
        var on = permission.Index is null ? table : $"{table}/index/{permission.Index}";
        return $"{actions} on {on}{(keys.Length == 0 ? "" : $" if ForAllValues:StringLike dynamodb:LeadingKeys {keys}")}";
    }
}
