// Generated from schemas/receipt.schema.json by `npm run generate`; do not edit.
export const receiptSchema: Readonly<Record<string, unknown>> = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "rolecall receipt",
  "description": "What `apply --receipt FILE` keeps of a run.",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "formatVersion",
    "commit",
    "digest",
    "startedAt",
    "finishedAt",
    "result"
  ],
  "properties": {
    "formatVersion": {
      "description": "Version of this format.",
      "const": 1
    },
    "commit": {
      "description": "The commit of the files; null outside a git checkout.",
      "type": [
        "string",
        "null"
      ],
      "pattern": "^[0-9a-f]{40,64}$"
    },
    "digest": {
      "description": "sha256: and the hexadecimal hash of the changes that are not blocked (RFC 8785 JSON). Same changes, same digest.",
      "type": "string",
      "pattern": "^sha256:[0-9a-f]{64}$"
    },
    "startedAt": {
      "description": "When the run started.",
      "type": "string",
      "format": "date-time"
    },
    "finishedAt": {
      "description": "When it ended.",
      "type": "string",
      "format": "date-time"
    },
    "result": {
      "description": "What apply did.",
      "$ref": "#/$defs/applyResult"
    }
  },
  "$defs": {
    "state": {
      "description": "A role and its status.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "role",
        "status"
      ],
      "properties": {
        "role": {
          "description": "Role, in the API's spelling where one was seen, else as written.",
          "type": "string"
        },
        "status": {
          "description": "Status of the assignment; always active in Redox.",
          "type": "string",
          "enum": [
            "active",
            "inactive"
          ]
        }
      }
    },
    "source": {
      "description": "A place in a file.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "file",
        "line",
        "column"
      ],
      "properties": {
        "file": {
          "description": "Path relative to the folder of rolecall.yaml, with /.",
          "type": "string"
        },
        "line": {
          "description": "Line, from 1.",
          "type": "integer",
          "minimum": 1
        },
        "column": {
          "description": "Column, from 1.",
          "type": "integer",
          "minimum": 1
        }
      }
    },
    "change": {
      "description": "One difference between desired and live state.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "action",
        "scope",
        "principal",
        "label",
        "from",
        "to",
        "source",
        "cause",
        "term",
        "risk",
        "blocked"
      ],
      "properties": {
        "action": {
          "description": "What is done.",
          "type": "string",
          "enum": [
            "grant",
            "change",
            "revoke"
          ]
        },
        "scope": {
          "description": "Address of the scope: redox/organization/ID, redox/environment/ID, aion/account/ID or aion/project/ACCOUNT/PROJECT; ids are percent-encoded.",
          "type": "string",
          "pattern": "^[^/]+/[^/]+/[^/]+(/[^/]+)?$"
        },
        "principal": {
          "description": "Address of the principal: user:ID or group:ID; the lower-case e-mail stands where no id is known.",
          "type": "string",
          "pattern": "^(user|group):.+$"
        },
        "label": {
          "description": "What people know the principal by: e-mail, else name, else id.",
          "type": "string"
        },
        "from": {
          "description": "What is held before; null for a grant.",
          "anyOf": [
            {
              "$ref": "#/$defs/state"
            },
            {
              "type": "null"
            }
          ]
        },
        "to": {
          "description": "What is held after; null for a revoke.",
          "anyOf": [
            {
              "$ref": "#/$defs/state"
            },
            {
              "type": "null"
            }
          ]
        },
        "source": {
          "description": "The entry that asks for it; null where no line of a file does.",
          "anyOf": [
            {
              "$ref": "#/$defs/source"
            },
            {
              "type": "null"
            }
          ]
        },
        "cause": {
          "description": "Whether the files brought it about since the base, or it would be there without; null without --base.",
          "type": [
            "string",
            "null"
          ],
          "enum": [
            "files",
            "drift",
            null
          ]
        },
        "term": {
          "description": "What the clock did to bring it about: a term started or ended, or the person left; null where it did not.",
          "type": [
            "string",
            "null"
          ],
          "enum": [
            "started",
            "ended",
            "left",
            null
          ]
        },
        "risk": {
          "description": "High for what gives a high-risk role.",
          "type": "string",
          "enum": [
            "high",
            "normal"
          ]
        },
        "blocked": {
          "description": "Why it cannot be done; null where it can.",
          "type": [
            "string",
            "null"
          ]
        },
        "verifiable": {
          "description": "False where the result cannot be read back: such a change counts for nothing in drift, convergence or No changes. Left out elsewhere.",
          "const": false
        },
        "takesAlong": {
          "description": "For the removal from an organization: the assignments that go with it, as an address and a role.",
          "type": "array",
          "items": {
            "type": "string"
          }
        }
      }
    },
    "guard": {
      "description": "A guard that refuses the plan.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "guard",
        "scope",
        "message"
      ],
      "properties": {
        "guard": {
          "description": "Name of the guard.",
          "type": "string"
        },
        "scope": {
          "description": "The scope it counts in; null where it counts over the whole run.",
          "type": [
            "string",
            "null"
          ],
          "pattern": "^[^/]+/[^/]+/[^/]+(/[^/]+)?$"
        },
        "message": {
          "description": "Why it refuses.",
          "type": "string"
        }
      }
    },
    "result": {
      "description": "A change and what became of it.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "action",
        "scope",
        "principal",
        "label",
        "from",
        "to",
        "source",
        "cause",
        "term",
        "risk",
        "blocked",
        "status",
        "reason",
        "requestId",
        "ms"
      ],
      "properties": {
        "action": {
          "description": "What is done.",
          "type": "string",
          "enum": [
            "grant",
            "change",
            "revoke"
          ]
        },
        "scope": {
          "description": "Address of the scope: redox/organization/ID, redox/environment/ID, aion/account/ID or aion/project/ACCOUNT/PROJECT; ids are percent-encoded.",
          "type": "string",
          "pattern": "^[^/]+/[^/]+/[^/]+(/[^/]+)?$"
        },
        "principal": {
          "description": "Address of the principal: user:ID or group:ID; the lower-case e-mail stands where no id is known.",
          "type": "string",
          "pattern": "^(user|group):.+$"
        },
        "label": {
          "description": "What people know the principal by: e-mail, else name, else id.",
          "type": "string"
        },
        "from": {
          "description": "What is held before; null for a grant.",
          "anyOf": [
            {
              "$ref": "#/$defs/state"
            },
            {
              "type": "null"
            }
          ]
        },
        "to": {
          "description": "What is held after; null for a revoke.",
          "anyOf": [
            {
              "$ref": "#/$defs/state"
            },
            {
              "type": "null"
            }
          ]
        },
        "source": {
          "description": "The entry that asks for it; null where no line of a file does.",
          "anyOf": [
            {
              "$ref": "#/$defs/source"
            },
            {
              "type": "null"
            }
          ]
        },
        "cause": {
          "description": "Whether the files brought it about since the base, or it would be there without; null without --base.",
          "type": [
            "string",
            "null"
          ],
          "enum": [
            "files",
            "drift",
            null
          ]
        },
        "term": {
          "description": "What the clock did to bring it about: a term started or ended, or the person left; null where it did not.",
          "type": [
            "string",
            "null"
          ],
          "enum": [
            "started",
            "ended",
            "left",
            null
          ]
        },
        "risk": {
          "description": "High for what gives a high-risk role.",
          "type": "string",
          "enum": [
            "high",
            "normal"
          ]
        },
        "blocked": {
          "description": "Why it cannot be done; null where it can.",
          "type": [
            "string",
            "null"
          ]
        },
        "verifiable": {
          "description": "False where the result cannot be read back: such a change counts for nothing in drift, convergence or No changes. Left out elsewhere.",
          "const": false
        },
        "takesAlong": {
          "description": "For the removal from an organization: the assignments that go with it, as an address and a role.",
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "status": {
          "description": "What became of it.",
          "type": "string",
          "enum": [
            "applied",
            "failed",
            "skipped",
            "blocked",
            "alreadyDone",
            "held"
          ]
        },
        "reason": {
          "description": "Why it was not applied; null where it was.",
          "type": [
            "string",
            "null"
          ]
        },
        "requestId": {
          "description": "The API's id of the last request.",
          "type": [
            "string",
            "null"
          ]
        },
        "ms": {
          "description": "Milliseconds from the first request to the last answer.",
          "type": "number",
          "minimum": 0
        }
      }
    },
    "applyResult": {
      "description": "What apply did (result.schema.json).",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "formatVersion",
        "summary",
        "converged",
        "digest",
        "guards",
        "unreviewed",
        "results"
      ],
      "properties": {
        "formatVersion": {
          "description": "Version of this format.",
          "const": 1
        },
        "summary": {
          "description": "How many changes ended how.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "applied",
            "failed",
            "skipped",
            "blocked",
            "alreadyDone",
            "held"
          ],
          "properties": {
            "applied": {
              "description": "Written and answered with success.",
              "type": "integer",
              "minimum": 0
            },
            "failed": {
              "description": "Tried and failed.",
              "type": "integer",
              "minimum": 0
            },
            "skipped": {
              "description": "Not tried, because of something else.",
              "type": "integer",
              "minimum": 0
            },
            "blocked": {
              "description": "Could not be done from the start.",
              "type": "integer",
              "minimum": 0
            },
            "alreadyDone": {
              "description": "Reviewed, and found to hold already.",
              "type": "integer",
              "minimum": 0
            },
            "held": {
              "description": "Brought about by the clock since the review: not written.",
              "type": "integer",
              "minimum": 0
            }
          }
        },
        "converged": {
          "description": "Whether the touched scopes, read again, match what was asked; true where nothing was written.",
          "type": "boolean"
        },
        "digest": {
          "description": "sha256: and the hexadecimal hash of the changes that are not blocked (RFC 8785 JSON). Same changes, same digest.",
          "type": "string",
          "pattern": "^sha256:[0-9a-f]{64}$"
        },
        "guards": {
          "description": "The guards that refused.",
          "type": "array",
          "items": {
            "$ref": "#/$defs/guard"
          }
        },
        "unreviewed": {
          "description": "Changes the fresh plan holds and the review did not: nothing was written because of them.",
          "type": "array",
          "items": {
            "$ref": "#/$defs/change"
          }
        },
        "results": {
          "description": "What became of each change.",
          "type": "array",
          "items": {
            "$ref": "#/$defs/result"
          }
        }
      }
    }
  }
};
