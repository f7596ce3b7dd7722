export { type ContractException, metaContractExceptions } from './exceptions.ts';
export { loadMetaContract, type MetaContract, metaContractSkipped } from './load-meta-contract.ts';
