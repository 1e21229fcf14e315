using System.Text.Json.Nodes;
using Lexicon.Functions;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>One operation of the route table is one function with one role and one log group.</summary>
public sealed class OperationTests
{
    /// <summary>
    /// The actions of each function, the resources and the partition keys that they reach, all of them, beside writing its log,
    /// sending traces and leaving dead letters. This is the table to review when a permission changes; <see cref="Permissions"/>
    /// is what the templates are made from.
    /// </summary>
    private const string Granted = """
        ListGlossaries    Query                                             index/PublicGlossaries
        GetGlossary       GetItem                                           table              GLOSSARY#*
        ListTerms         BatchGetItem GetItem Query                        table              GLOSSARY#*
        ListTerms         Query                                             index/TermsByName  GLOSSARY#*
        GetTerm           BatchGetItem                                      table              GLOSSARY#*
        ListMyGlossaries  Query                                             table              READER#*
        ListMyGlossaries  BatchGetItem                                      table              GLOSSARY#*
        GetMyGlossary     GetItem                                           table              GLOSSARY#*
        ListMyTerms       BatchGetItem GetItem Query                        table              GLOSSARY#*
        ListMyTerms       Query                                             index/TermsByName  GLOSSARY#*
        CreateGlossary    PutItem                                           table              GLOSSARY#* READER#*
        UpdateGlossary    GetItem UpdateItem                                table              GLOSSARY#*
        DeleteGlossary    DeleteItem UpdateItem                             table              GLOSSARY#* READER#*
        DeleteGlossary    BatchWriteItem Query                              table              GLOSSARY#* STUDY#*
        CreateTerm        PutItem UpdateItem                                table              GLOSSARY#* READER#*
        UpdateTerm        BatchGetItem DeleteItem PutItem                   table              GLOSSARY#*
        DeleteTerm        BatchGetItem DeleteItem UpdateItem                table              GLOSSARY#*
        ListDueTerms      BatchGetItem Query                                table              GLOSSARY#* STUDY#*
        ListDueTerms      DeleteItem UpdateItem                             table              STUDY#*
        ListDueTerms      Query                                             index/ReviewsByDue STUDY#*
        RecordReview      BatchGetItem ConditionCheckItem PutItem UpdateItem table             GLOSSARY#* READER#* STUDY#*
        """;

    private static readonly string[] s_said =
    [
        "Architectures", "Code", "DeadLetterConfig", "Description", "Environment", "FunctionName", "Handler", "LoggingConfig", "MemorySize",
        "Role", "Runtime", "Tags", "Timeout", "TracingConfig",
    ];

    private const string Table = "arn:aws:dynamodb:us-east-1:${AWS::AccountId}:table/${import Lexicon-#-Data-TableName}";

    [Theory]
    [InEveryVariant]
    public void EachFunction_MayDoThisAndNoMore(string stage)
    {
        var api = Stages.Named(stage).Api;
        var granted =
            from function in FunctionsOf(api)
            from statement in Statement.Of(RoleOf(function, api), api)
            where statement.Actions.All(action => action.StartsWith("dynamodb:", StringComparison.Ordinal))
            from resource in statement.Resources
            let actions = string.Join(' ', statement.Actions.Order(StringComparer.Ordinal))
            let row = $"{OperationOf(function)} {actions.Replace("dynamodb:", "", StringComparison.Ordinal)} {Short(resource, Stages.Named(stage).Name)}"
            select $"{statement.Effect} {row} {Keys(statement.Condition)}".TrimEnd();

        Assert.Equal(
            Granted.Split('\n').Select(row => "Allow " + string.Join(' ', row.Split(' ', StringSplitOptions.RemoveEmptyEntries))),
            granted);
    }

    [Theory]
    [InEveryVariant]
    public void EachFunction_MayBesidesOnlyWriteItsOwnLogSendTracesAndLeaveDeadLetters(string stage)
    {
        var api = Stages.Named(stage).Api;
        foreach (var function in FunctionsOf(api))
        {
            var logs = function.Text("LoggingConfig.LogGroup").Trim('$', '{', '}');
            var others =
                from statement in Statement.Of(RoleOf(function, api), api)
                where !statement.Actions.Any(action => action.StartsWith("dynamodb:", StringComparison.Ordinal))
                where stage != "full" || !statement.Actions.All(action => action.StartsWith("kms:", StringComparison.Ordinal))
                select $"{statement.Effect} {string.Join(' ', statement.Actions)} on {string.Join(' ', statement.Resources)}";
            var deadLetters = api.Only("AWS::SQS::Queue").LogicalId;

            // X-Ray's actions name no resource, so the star there is the only one that AWS gives no choice on. What it may do with
            // the table's own key, where there is one: ApiOptionTests.
            Assert.Equal(
                [
                    $"Allow logs:CreateLogStream logs:PutLogEvents on ${{{logs}.Arn}}",
                    "Allow xray:PutTelemetryRecords xray:PutTraceSegments on *",
                    $"Allow sqs:SendMessage on ${{{deadLetters}.Arn}}",
                ],
                others);
        }
    }

    [Theory]
    [InEveryVariant]
    public void EveryRoute_HasOneFunctionOfItsOwn(string stage) =>
        Assert.Equal(Routes.All.Select(route => route.Operation), FunctionsOf(Stages.Named(stage).Api).Select(OperationOf));

    [Theory]
    [InEveryVariant]
    public void EachFunction_HasARoleAndALogGroupThatNoOtherHas(string stage)
    {
        var functions = FunctionsOf(Stages.Named(stage).Api);

        Assert.Equal(functions.Count, functions.Select(function => function.Text("Role")).Distinct().Count());
        Assert.Equal(functions.Count, functions.Select(function => function.Text("LoggingConfig.LogGroup")).Distinct().Count());
    }

    [Theory]
    [InEveryVariant]
    public void EachFunction_StartsTheSameExecutableWithItsOperation(string stage)
    {
        var name = Stages.Named(stage).Name;
        string[] variables = ["DOTNET_GCgen0size", "METRICS_NAMESPACE", "OPERATION", "SSL_CERT_DIR", "SSL_CERT_FILE", "TABLE_NAME"];
        foreach (var function in FunctionsOf(Stages.Named(stage).Api))
        {
            Assert.Equal(stage == "full" ? "provided.al2023" : "dotnet10", function.Text("Runtime"));
            Assert.Equal("Lexicon.Functions", function.Text("Handler"));
            Assert.Equal("cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1", function.Text("Code.S3Bucket"));
            Assert.Equal(stage == "full" ? "arm64" : "x86_64", function.Text("Architectures"));
            Assert.Equal(("1024", "10"), (function.Text("MemorySize"), function.Text("Timeout")));
            Assert.Equal("Active", function.Text("TracingConfig.Mode"));

            // No concurrency of its own that could run out, no network and no file system to wait for.
            Assert.Equal(s_said, Names(function.Json["Properties"]).Order(StringComparer.Ordinal));
            Assert.Equal($"${{import Lexicon-{name}-Data-TableName}}", function.Text("Environment.Variables.TABLE_NAME"));
            Assert.Equal($"Lexicon-{name}", function.Text("Environment.Variables.METRICS_NAMESPACE"));
            Assert.Equal("/var/task/roots.pem", function.Text("Environment.Variables.SSL_CERT_FILE"));
            Assert.Equal("/var/task/none", function.Text("Environment.Variables.SSL_CERT_DIR"));
            Assert.Equal("400000", function.Text("Environment.Variables.DOTNET_GCgen0size"));
            Assert.Equal(
                stage == "full" ? variables.Prepend("ALLOWED_ORIGINS").Order(StringComparer.Ordinal) : variables,
                Names(function["Environment.Variables"]).Order(StringComparer.Ordinal));
        }

        Assert.Single(FunctionsOf(Stages.Named(stage).Api).Select(function => function.Text("Code.S3Key")).Distinct());
    }

    [Fact]
    public void NativeFunctionsForArm_RunWithoutARuntimeOnThatArchitecture()
    {
        Assert.All(FunctionsOf(Stages.Full.Api), function =>
        {
            Assert.Equal("provided.al2023", function.Text("Runtime"));
            Assert.Equal("arm64", function.Text("Architectures"));
        });
    }

    [Fact]
    public void Functions_EndBeforeTheApiStopsWaiting() =>
        Assert.All(FunctionsOf(Stages.Prod.Api), function => Assert.InRange(int.Parse(function.Text("Timeout"), null), 1, 28));

    private static IReadOnlyList<Resource> FunctionsOf(Template template) => [.. template.OfType("AWS::Lambda::Function")];

    private static string OperationOf(Resource function) => function.Text("Environment.Variables.OPERATION");

    private static Resource RoleOf(Resource function, Template template) => template[(string)function["Role.Fn::GetAtt.0"]!];

    private static IEnumerable<string> Names(JsonNode? members) => members!.AsObject().Select(member => member.Key);

    private static string Keys(string condition) => condition
        .Replace("ForAllValues:StringLike dynamodb:LeadingKeys ", "", StringComparison.Ordinal)
        .Replace(",", "", StringComparison.Ordinal);

    private static string Short(string resource, string stage) => resource
        .Replace(Table.Replace("#", stage, StringComparison.Ordinal), "table", StringComparison.Ordinal)
        .Replace("table/index", "index", StringComparison.Ordinal);
}
