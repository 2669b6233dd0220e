export * from '../catalog/right-bits.ts';
